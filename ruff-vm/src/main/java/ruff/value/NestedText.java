package ruff.value;

import java.util.ArrayDeque;
import ruff.natives.CancelSignal;

/**
 * Writes values with parts level by level, on a stack of its own, so that data may be nested as
 * deep as memory allows.
 */
abstract class NestedText {
  /** An opened value whose parts are being written. */
  static final class Level {
    private final Object[] parts;
    private final String[] labels;
    private final String quote;
    private final String separator;
    private final String close;
    private int next;

    /** Unlabelled parts. */
    Level(Object[] parts, String separator, String close) {
      this(parts, null, "", separator, close);
    }

    /**
     * Parts with a label before each.
     *
     * @param labels as many as parts, or null
     * @param quote what stands on both sides of a label
     */
    Level(Object[] parts, String[] labels, String quote, String separator, String close) {
      this.parts = parts;
      this.labels = labels;
      this.quote = quote;
      this.separator = separator;
      this.close = close;
    }

    private boolean isDone() {
      return next == parts.length;
    }

    private Object start(StringBuilder out) {
      if (next > 0) {
        out.append(separator);
      }
      if (labels != null) {
        out.append(quote).append(labels[next]).append(quote).append(": ");
      }
      return parts[next++];
    }
  }

  /**
   * Writes a value without parts, or the opening of one with parts.
   *
   * @return what is still to be written, null for nothing
   */
  abstract Level open(StringBuilder out, Object value);

  final void append(StringBuilder out, Object value) {
    Level level = open(out, value);
    if (level != null) {
      appendParts(out, level);
    }
  }

  final String text(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private void appendParts(StringBuilder out, Level first) {
    ArrayDeque<Level> outer = new ArrayDeque<>();
    Level level = first;
    while (level != null) {
      if (level.isDone()) {
        out.append(level.close);
        level = outer.poll();
        continue;
      }
      Level inner = open(out, level.start(out));
      if (inner != null) {
        CancelSignal.check();
        outer.push(level);
        level = inner;
      }
    }
  }

  /** The entries of a dict in the order in which programs see them. */
  static Level entries(DictValue dict, String quote, String close) {
    int[] slots = dict.sortedSlots();
    Object[] values = new Object[slots.length];
    String[] keys = new String[slots.length];
    for (int i = 0; i < slots.length; i++) {
      values[i] = dict.valueAt(slots[i]);
      keys[i] = dict.keyAt(slots[i]);
    }
    return new Level(values, keys, quote, ", ", close);
  }

  /** The fields of a struct by name. */
  static Level fields(StructValue struct, String close) {
    Shape shape = struct.shape();
    int[] slots = shape.slotsByName();
    Object[] values = new Object[slots.length];
    String[] names = new String[slots.length];
    for (int i = 0; i < slots.length; i++) {
      values[i] = struct.slot(slots[i]);
      names[i] = shape.name(slots[i]);
    }
    return new Level(values, names, "", ", ", close);
  }
}
