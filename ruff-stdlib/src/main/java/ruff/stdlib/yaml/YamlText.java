package ruff.stdlib.yaml;

/** Strings in YAML: plain unless that would change what is read back. */
final class YamlText {
  private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

  /** Longer keys are not recognised without a mark before them. */
  private static final int LONGEST_KEY = 1000;

  private YamlText() {}

  /** Whether a key needs a question mark before it. */
  static boolean isLongKey(String key) {
    return key.length() > LONGEST_KEY;
  }

  /** Writes a key, always on one line. */
  static void appendKey(StringBuilder out, String key) {
    if (key.indexOf('\n') >= 0) {
      appendDoubleQuoted(out, key);
    } else {
      append(out, key, 0);
    }
  }

  /**
   * @param indent the column of the collection that the string belongs to
   */
  static void append(StringBuilder out, String text, int indent) {
    if (hasUnprintable(text)) {
      appendDoubleQuoted(out, text);
    } else if (text.indexOf('\n') >= 0) {
      appendLines(out, text, indent + 2);
    } else if (needsQuotes(text)) {
      out.append('\'').append(text.replace("'", "''")).append('\'');
    } else {
      out.append(text);
    }
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty() || YamlScalar.of(text) != text || YamlScalar.isPadded(text)) {
      return true;
    }
    char first = text.charAt(0);
    return INDICATORS.indexOf(first) >= 0
        || first == ' '
        || text.endsWith(" ")
        || text.endsWith(":")
        || text.equals("-")
        || text.equals("?")
        || text.startsWith("- ")
        || text.startsWith("? ")
        || text.startsWith("---")
        || text.startsWith("...")
        || text.contains(": ")
        || text.contains(" #");
  }

  /** Whether there are characters that only escapes can carry. */
  private static boolean hasUnprintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnprintable(text.charAt(i)) && text.charAt(i) != '\n') {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnprintable(char unit) {
    return unit < ' '
        || (unit >= 0x7F && unit < 0xA0)
        || unit == 0x2028
        || unit == 0x2029
        || unit >= 0xFFFE
        || unit == 0xFEFF;
  }

  /** Writes line by line; the header says what becomes of line ends behind the last line. */
  private static void appendLines(StringBuilder out, String text, int indent) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    int breaks = text.length() - end;
    boolean keep = breaks > 1 || end == 0;
    out.append('|');
    if (text.charAt(0) == ' ' || text.charAt(0) == '\n') {
      out.append('2');
    }
    out.append(keep ? "+" : breaks == 0 ? "-" : "");
    for (String line : text.substring(0, end).split("\n", -1)) {
      out.append('\n').repeat(' ', line.isEmpty() ? 0 : indent).append(line);
    }
    // The caller ends the last line; with nothing but line ends there is none to end.
    out.repeat('\n', keep ? breaks - 1 : 0);
  }

  private static void appendDoubleQuoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case 0 -> out.append("\\0");
        default -> {
          if (isUnprintable(unit)) {
            out.append((unit < 256 ? "\\x%02X" : "\\u%04X").formatted((int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }
}
