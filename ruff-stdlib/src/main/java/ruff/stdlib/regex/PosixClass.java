package ruff.stdlib.regex;

/** The classes of ASCII characters that are written {@code [:name:]}. */
final class PosixClass {
  private PosixClass() {}

  static ClassItem named(String name) throws InvalidPattern {
    return switch (name) {
      case "alnum" -> of("0-9A-Za-z", c -> isLetter(c) || isDigit(c));
      case "alpha" -> of("A-Za-z", PosixClass::isLetter);
      case "ascii" -> of("\\x{0}-\\x{7f}", c -> c < 0x80);
      case "blank" -> of("\\t ", c -> c == '\t' || c == ' ');
      case "cntrl" -> of("\\x{0}-\\x{1f}\\x{7f}", c -> c < ' ' || c == 0x7F);
      case "digit" -> of("0-9", PosixClass::isDigit);
      case "graph" -> of("!-~", c -> c > ' ' && c < 0x7F);
      case "lower" -> of("a-z", c -> c >= 'a' && c <= 'z');
      case "print" -> of(" -~", c -> c >= ' ' && c < 0x7F);
      case "punct" -> of("!-/:-@\\[-`{-~", PosixClass::isPunctuation);
      case "space" -> of("\\t-\\r ", c -> c == ' ' || c >= '\t' && c <= '\r');
      case "upper" -> of("A-Z", c -> c >= 'A' && c <= 'Z');
      case "word" -> of("0-9A-Z_a-z", c -> isLetter(c) || isDigit(c) || c == '_');
      case "xdigit" -> of("0-9A-Fa-f", PosixClass::isHexadecimal);
      default -> throw new InvalidPattern("POSIX class");
    };
  }

  private static ClassItem of(String inside, ClassItem.CodePoints members) {
    return new ClassItem(inside, null, members);
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexadecimal(int c) {
    return isDigit(c) || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f';
  }

  private static boolean isPunctuation(int c) {
    return c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c);
  }
}
