package ruff.stdlib.text;

/** White space by the Unicode property of that name, which is not what Java's methods go by. */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** All of it lies below the surrogates. */
  public static boolean is(int c) {
    if (c < 0x80) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200A
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  public static String trim(String text) {
    return trimEnd(trimStart(text));
  }

  public static String trimStart(String text) {
    int start = 0;
    while (start < text.length() && is(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  public static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
