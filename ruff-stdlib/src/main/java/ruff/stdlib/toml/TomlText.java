package ruff.stdlib.toml;

/** Strings and keys in TOML, each in the form that needs the fewest escapes. */
final class TomlText {
  private static final String MULTILINE = "\"\"\"";
  private static final String RAW_MULTILINE = "'''";

  private TomlText() {}

  /** Writes a key: bare where that is possible. */
  static void appendKey(StringBuilder out, String key) {
    boolean bare = !key.isEmpty();
    for (int i = 0; i < key.length() && bare; i++) {
      char unit = key.charAt(i);
      bare = unit < 128 && (Character.isLetterOrDigit(unit) || unit == '_' || unit == '-');
    }
    if (bare) {
      out.append(key);
    } else {
      appendBasic(out, key);
    }
  }

  static void append(StringBuilder out, String text) {
    boolean quote = text.indexOf('"') >= 0;
    boolean backslash = text.indexOf('\\') >= 0;
    boolean lines = text.indexOf('\n') >= 0;
    boolean apostrophe = text.indexOf('\'') >= 0;
    if (hasControl(text) || !(quote || backslash || lines)) {
      appendBasic(out, text);
    } else if (!lines && !apostrophe) {
      out.append('\'').append(text).append('\'');
    } else if (!backslash) {
      out.append(MULTILINE).append(lines ? "\n" : "");
      appendQuotesApart(out, text);
      out.append(MULTILINE);
    } else if (!text.contains(RAW_MULTILINE) && !text.endsWith("'")) {
      out.append(RAW_MULTILINE).append(lines ? "\n" : "").append(text).append(RAW_MULTILINE);
    } else {
      appendBasic(out, text);
    }
  }

  /** Whether there are characters that can only be written as escapes. */
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit != '\n' && unit != '\t' && (unit < ' ' || unit == 0x7F)) {
        return true;
      }
    }
    return false;
  }

  /** Writes a text in which no three quotes stand together and none at the end. */
  private static void appendQuotesApart(StringBuilder out, String text) {
    int row = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      row = unit == '"' ? row + 1 : 0;
      if (row == 3 || (row > 0 && i == text.length() - 1)) {
        out.append('\\');
        row = 0;
      }
      out.append(unit);
    }
  }

  private static void appendBasic(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (unit < ' ' || unit == 0x7F) {
            out.append("\\u%04X".formatted((int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }
}
