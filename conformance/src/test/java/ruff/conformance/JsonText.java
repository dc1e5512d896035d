package ruff.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON for comparisons: objects are maps, arrays lists, numbers {@link BigDecimal}s, null is
 * the text {@code "null"} as an enum constant.
 */
final class JsonText {
  private enum Literal {
    NULL
  }

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException when the text is no JSON document
   */
  static Object read(String text) {
    JsonText json = new JsonText(text);
    Object value = json.value();
    json.blanks();
    if (json.at < text.length()) {
      throw json.bad("more text");
    }
    return value;
  }

  /** Removes what a path names; {@code *} stands for every key or index. */
  static void drop(Object value, List<String> path) {
    String head = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (value instanceof Map<?, ?> map) {
      if (rest.isEmpty()) {
        map.keySet().removeIf(key -> head.equals("*") || head.equals(key));
      } else {
        map.forEach((key, inner) -> dropInside(key, inner, head, rest));
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (rest.isEmpty() && (head.equals("*") || head.equals(Integer.toString(i)))) {
          throw new IllegalArgumentException("an ignored path ends in an array");
        }
        dropInside(i, list.get(i), head, rest);
      }
    }
  }

  private static void dropInside(Object key, Object inner, String head, List<String> rest) {
    if (!rest.isEmpty() && (head.equals("*") || head.equals(String.valueOf(key)))) {
      drop(inner, rest);
    }
  }

  private Object value() {
    blanks();
    if (at == text.length()) {
      throw bad("end of text");
    }
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", Boolean.TRUE);
      case 'f' -> literal("false", Boolean.FALSE);
      case 'n' -> literal("null", Literal.NULL);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    while (!closes('}')) {
      blanks();
      String key = string();
      blanks();
      expect(':');
      map.put(key, value());
      comma('}');
    }
    return map;
  }

  private List<Object> array() {
    List<Object> list = new ArrayList<>();
    at++;
    while (!closes(']')) {
      list.add(value());
      comma(']');
    }
    return list;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return out.toString();
  }

  private char escape() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private Object literal(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw bad("no value");
    }
    at += word.length();
    return value;
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return new BigDecimal(text.substring(start, at)).stripTrailingZeros();
    } catch (NumberFormatException none) {
      throw bad("no value");
    }
  }

  private boolean closes(char close) {
    blanks();
    if (at < text.length() && text.charAt(at) == close) {
      at++;
      return true;
    }
    return false;
  }

  private void comma(char close) {
    blanks();
    if (at < text.length() && text.charAt(at) == close) {
      return;
    }
    expect(',');
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw bad("no '" + c + "'");
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException bad(String what) {
    int end = Math.min(text.length(), at + 40);
    return new IllegalArgumentException(what + " at " + at + ": " + text.substring(at, end));
  }
}
