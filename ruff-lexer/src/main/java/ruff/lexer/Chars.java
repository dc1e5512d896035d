package ruff.lexer;

/** Which characters may stand where. */
final class Chars {
  private Chars() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean startsName(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** Any Unicode letter or number, or an underscore. */
  static boolean continuesName(int c) {
    if (c < 128) {
      return startsName(c) || isDigit(c);
    }
    return Character.isAlphabetic(c)
        || Character.isDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  static boolean isLetterOrUnderscore(int c) {
    return c < 128 ? startsName(c) : Character.isAlphabetic(c);
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  /** Reads a code point, or -1 at the end of the text. */
  static int at(String text, int offset) {
    return offset < text.length() ? text.codePointAt(offset) : -1;
  }
}
