package ruff.stdlib.toml;

import java.util.ArrayDeque;
import java.util.Deque;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.FloatText;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.TypeName;

/** Writes a dict as TOML, the keys of each table in ascending order. */
final class TomlWriter {
  private final StringBuilder out = new StringBuilder(256);

  /** The keys that lead to the table that is written now. */
  private final Deque<String> path = new ArrayDeque<>();

  private TomlWriter() {}

  /**
   * @throws RuffError when a part has no form in TOML, or lies too deep
   */
  static String write(DictValue dict) {
    TomlWriter writer = new TomlWriter();
    writer.writeTable(dict, 0);
    return writer.out.toString();
  }

  /** Writes what belongs to a table whose header stands already: plain values, then tables. */
  private void writeTable(DictValue table, int depth) {
    int[] slots = table.sortedSlots();
    for (int slot : slots) {
      Object value = table.valueAt(slot);
      if (!isTables(value)) {
        TomlText.appendKey(out, table.keyAt(slot));
        out.append(" = ");
        writeInline(value, depth + 1);
        out.append('\n');
      }
    }
    for (int slot : slots) {
      Object value = table.valueAt(slot);
      if (isTables(value)) {
        path.addLast(table.keyAt(slot));
        writeTables(value, depth + 1);
        path.removeLast();
      }
    }
  }

  private void writeTables(Object value, int depth) {
    checkDepth(depth);
    if (value instanceof DictValue table) {
      if (needsHeader(table)) {
        writeHeader("[", "]");
      }
      writeTable(table, depth);
      return;
    }
    ArrayValue tables = (ArrayValue) value;
    for (int i = 0; i < tables.size; i++) {
      writeHeader("[[", "]]");
      writeTable((DictValue) tables.get(i), depth + 1);
    }
  }

  private static void checkDepth(int depth) {
    if (depth > TomlNatives.MAX_DEPTH) {
      throw new RuffError(TomlNatives.TOO_DEEP);
    }
  }

  private static boolean needsHeader(DictValue table) {
    for (int slot : table.sortedSlots()) {
      if (!isTables(table.valueAt(slot))) {
        return true;
      }
    }
    return table.size() == 0;
  }

  /** Whether a value stands below a header of its own. */
  private static boolean isTables(Object value) {
    if (!(value instanceof ArrayValue array)) {
      return value instanceof DictValue;
    }
    for (int i = 0; i < array.size; i++) {
      if (!(array.get(i) instanceof DictValue)) {
        return false;
      }
    }
    return array.size > 0;
  }

  private void writeHeader(String open, String close) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append(open);
    String separator = "";
    for (String key : path) {
      out.append(separator);
      TomlText.appendKey(out, key);
      separator = ".";
    }
    out.append(close).append('\n');
  }

  private void writeInline(Object value, int depth) {
    checkDepth(depth);
    switch (value) {
      case CharSequence text -> TomlText.append(out, text.toString());
      case Long number -> out.append(number.longValue());
      case Double number -> writeFloat(number);
      case Boolean truth -> out.append(truth.booleanValue());
      case NullValue _ -> out.append("\"\"");
      case ArrayValue array -> writeArray(array, depth);
      case DictValue dict -> writeInlineTable(dict, depth);
      default -> throw TomlNatives.unconvertible(TypeName.of(value));
    }
  }

  private void writeFloat(double number) {
    if (number != number) {
      out.append("nan");
      return;
    }
    FloatText.append(out, number);
    if (number == Math.rint(number) && !Double.isInfinite(number)) {
      out.append(".0");
    }
  }

  private void writeArray(ArrayValue array, int depth) {
    out.append('[');
    for (int i = 0; i < array.size; i++) {
      out.append(i == 0 ? "" : ", ");
      writeInline(array.get(i), depth + 1);
    }
    out.append(']');
  }

  private void writeInlineTable(DictValue dict, int depth) {
    String separator = "{ ";
    for (int slot : dict.sortedSlots()) {
      out.append(separator);
      TomlText.appendKey(out, dict.keyAt(slot));
      out.append(" = ");
      writeInline(dict.valueAt(slot), depth + 1);
      separator = ", ";
    }
    out.append(dict.size() == 0 ? "{}" : " }");
  }
}
