package ruff.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON for people and programs: two spaces, keys in alphabetical order, one final newline.
 */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /**
   * @param value a Map with String keys, List, String, Number, Boolean or null, to any depth
   */
  static String write(Object value) {
    Json json = new Json();
    json.value(value, "\n");
    return json.out.append('\n').toString();
  }

  /**
   * One object on one line, in the order of the arguments.
   *
   * @param keysAndValues keys, each followed by a String or Number
   */
  static String line(Object... keysAndValues) {
    Json json = new Json();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.out.append(i == 0 ? "{" : ",");
      json.string((String) keysAndValues[i]);
      json.out.append(':');
      json.value(keysAndValues[i + 1], "");
    }
    return json.out.append("}\n").toString();
  }

  private void value(Object value, String newline) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map, newline);
      case List<?> list -> array(list, newline);
      case String text -> string(text);
      case Boolean bool -> out.append(bool);
      case Integer number -> out.append(number);
      case Long number -> out.append(number);
      case Double number -> out.append(number);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void object(Map<?, ?> map, String newline) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    String inner = newline + "  ";
    String separator = "";
    out.append('{');
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.append(separator).append(inner);
      string(entry.getKey());
      out.append(": ");
      value(entry.getValue(), inner);
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "}" : newline + "}");
  }

  private void array(List<?> list, String newline) {
    String inner = newline + "  ";
    out.append('[');
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      out.append(inner);
      value(items.next(), inner);
      out.append(items.hasNext() ? "," : "");
    }
    out.append(list.isEmpty() ? "]" : newline + "]");
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> character(c);
      }
    }
    out.append('"');
  }

  private void character(char c) {
    if (isUnseen(c)) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  /**
   * Whether a character does something instead of showing: begins a line for some readers, moves
   * the cursor, turns text around. A name with such characters must not look like another record.
   */
  private static boolean isUnseen(char c) {
    if (c >= ' ' && c < '\u007f') {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
