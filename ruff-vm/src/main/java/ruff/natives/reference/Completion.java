package ruff.natives.reference;

import java.util.List;
import java.util.Locale;
import ruff.natives.NativeEntry;

/**
 * A name that an editor can offer.
 *
 * @param label the name as it is written
 * @param owner the type whose values have it as a method and nothing else does, else empty
 * @param receivers the types of values that have it as a method too; {@code any} for all
 * @param detail the signature with the result
 * @param doc one sentence
 */
public record Completion(
    String label, Kind kind, String owner, List<String> receivers, String detail, String doc) {
  /** What a name stands for. */
  public enum Kind {
    FUNCTION,
    METHOD,
    CONSTANT
  }

  static Completion of(NativeEntry entry, String name) {
    int dot = entry.isMethodOfOneType() ? name.indexOf('.') : -1;
    List<String> receivers =
        entry.receivers().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    return new Completion(
        name.substring(dot + 1),
        kind(entry),
        name.substring(0, Math.max(0, dot)),
        receivers,
        EntryText.heading(entry),
        entry.doc());
  }

  private static Kind kind(NativeEntry entry) {
    if (entry.isConstant()) {
      return Kind.CONSTANT;
    }
    return entry.methodOnly() ? Kind.METHOD : Kind.FUNCTION;
  }
}
