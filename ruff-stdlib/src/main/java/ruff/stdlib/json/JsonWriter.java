package ruff.stdlib.json;

import ruff.natives.CancelSignal;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.TextBuffer;
import ruff.value.TypeName;

/** Writes values as JSON texts, the entries of dicts in the order of their keys. */
public final class JsonWriter {
  static final int MAX_DEPTH = 64;

  /** What is put in front of a control character's two digits. */
  private static final String CONTROL = "\\u00";

  private final StringBuilder out = new StringBuilder(256);
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /**
   * The text on one line, without spaces.
   *
   * @throws RuffError when a part has no form in JSON, or lies in more than 64 containers
   */
  public static String compact(Object value) {
    JsonWriter writer = new JsonWriter(false);
    writer.write(value, 0);
    return writer.out.toString();
  }

  /** The text on many lines, indented by two spaces; errors as in {@link #compact}. */
  public static String pretty(Object value) {
    JsonWriter writer = new JsonWriter(true);
    writer.write(value, 0);
    return writer.out.toString();
  }

  private void write(Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new RuffError("JSON value exceeds maximum nesting depth of " + MAX_DEPTH);
    }
    if (value instanceof String text) {
      writeText(text);
    } else if (value instanceof Long number) {
      out.append(number.longValue());
    } else if (value instanceof DictValue dict) {
      writeDict(dict, depth + 1);
    } else if (value instanceof ArrayValue array) {
      writeArray(array, depth + 1);
    } else {
      writeOther(value);
    }
  }

  private void writeOther(Object value) {
    switch (value) {
      case Double number -> writeFloat(number);
      case Boolean truth -> out.append(truth.booleanValue());
      case NullValue _ -> out.append("null");
      case TextBuffer text -> writeText(text.toString());
      default -> throw new RuffError("Cannot convert " + TypeName.of(value) + " to JSON");
    }
  }

  private void writeFloat(double number) {
    if (!Double.isFinite(number)) {
      String name = number != number ? "NaN" : number > 0 ? "inf" : "-inf";
      throw new RuffError("Cannot convert non-finite float " + name + " to JSON");
    }
    ScientificText.append(out, number, "+");
  }

  private void writeArray(ArrayValue array, int depth) {
    CancelSignal.check();
    out.append('[');
    int size = array.size;
    for (int i = 0; i < size; i++) {
      separate(i, depth);
      write(array.get(i), depth);
    }
    close(size, depth, ']');
  }

  private void writeDict(DictValue dict, int depth) {
    CancelSignal.check();
    out.append('{');
    int[] slots = dict.sortedSlots();
    for (int i = 0; i < slots.length; i++) {
      separate(i, depth);
      writeText(dict.keyAt(slots[i]));
      out.append(pretty ? ": " : ":");
      write(dict.valueAt(slots[i]), depth);
    }
    close(slots.length, depth, '}');
  }

  private void separate(int index, int depth) {
    if (index > 0) {
      out.append(',');
    }
    if (pretty) {
      out.append('\n').repeat(' ', 2 * depth);
    }
  }

  private void close(int size, int depth, char closer) {
    if (pretty && size > 0) {
      out.append('\n').repeat(' ', 2 * (depth - 1));
    }
    out.append(closer);
  }

  private void writeText(String text) {
    out.append('"');
    int length = text.length();
    int from = 0;
    for (int i = 0; i < length; i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\') {
        out.append(text, from, i);
        escape(unit);
        from = i + 1;
      }
    }
    if (from == 0) {
      out.append(text);
    } else {
      out.append(text, from, length);
    }
    out.append('"');
  }

  private void escape(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default ->
          out.append(CONTROL)
              .append(Character.forDigit(unit >> 4, 16))
              .append(Character.forDigit(unit & 15, 16));
    }
  }
}
