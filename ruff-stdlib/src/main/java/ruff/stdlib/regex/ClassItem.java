package ruff.stdlib.regex;

/**
 * Something that characters belong to or not.
 *
 * @param inside how RE2 writes it inside a class, or null when RE2 cannot
 * @param negated how RE2 writes the opposite inside a class, or null
 */
record ClassItem(String inside, String negated, CodePoints members) {
  /** Decides about one character. */
  interface CodePoints {
    boolean contains(int codePoint);
  }

  static ClassItem range(int first, int last) {
    String text = EscapeReader.literal(first);
    String range = first == last ? text : text + "-" + EscapeReader.literal(last);
    return new ClassItem(range, null, c -> c >= first && c <= last);
  }

  ClassItem not() {
    return new ClassItem(negated, inside, c -> !members.contains(c));
  }

  /** How RE2 writes it outside classes. */
  String inBrackets() {
    if (inside != null) {
      return "[" + inside + "]";
    }
    return negated != null ? "[^" + negated + "]" : listed();
  }

  /** A class that lists the characters one range after the other. */
  String listed() {
    StringBuilder out = new StringBuilder("[");
    int first = -1;
    for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
      boolean in = c <= Character.MAX_CODE_POINT && members.contains(c);
      if (in && first < 0) {
        first = c;
      } else if (!in && first >= 0) {
        out.append(code(first)).append('-').append(code(c - 1));
        first = -1;
      }
    }
    return out.length() == 1 ? "[^\\x{0}-\\x{10FFFF}]" : out.append(']').toString();
  }

  private static String code(int c) {
    return "\\x{" + Integer.toHexString(c) + "}";
  }
}
