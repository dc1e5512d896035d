package ruff.value;

/**
 * How many levels of arrays, dicts, structs, Results and Options a value is made of, as far as
 * literals built it. Bounds what an expression may build.
 */
public final class Nesting {
  private Nesting() {}

  /**
   * The levels of a value: 0 for values without parts. Enum values are no level themselves, and
   * their payload counts only as far as it can be read without walking it, so that trees of enum
   * values cost the same at every size.
   */
  public static int of(Object value) {
    int levels = 0;
    Object part = value;
    while (part instanceof WrapValue wrap) {
      levels++;
      part = wrap.value();
    }
    if (part instanceof Container container) {
      return levels + container.nesting;
    }
    return part instanceof TaggedValue tagged ? levels + ofPayload(tagged.payload()) : levels;
  }

  /** The largest number of levels among the first {@code count} values. */
  static int deepest(Object[] values, int count) {
    int deepest = 0;
    for (int i = 0; i < count; i++) {
      deepest = Math.max(deepest, of(values[i]));
    }
    return deepest;
  }

  private static int ofPayload(Object[] payload) {
    int deepest = 0;
    for (Object part : payload) {
      if (!(part instanceof TaggedValue)) {
        deepest = Math.max(deepest, part instanceof WrapValue ? 1 : ofContainer(part));
      }
    }
    return deepest;
  }

  private static int ofContainer(Object part) {
    return part instanceof Container container ? container.nesting : 0;
  }
}
