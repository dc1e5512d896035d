package ruff.stdlib.regex;

/** Translates what follows a backslash. */
final class EscapeReader {
  /** Unicode's property White_Space, for the inside of a class. */
  static final String SPACE =
      "\\t-\\r \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"
          + "\\x{3000}";

  private static final String NO_SPACE =
      "\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{84}\\x{86}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}"
          + "\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}"
          + "\\x{3001}-\\x{10FFFF}";

  /** Unicode's word characters, for the inside of a class. */
  static final String WORD =
      "0-9A-Z_a-z\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{200C}\\x{200D}\\x{24B6}-\\x{24E9}"
          + "\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}";

  private final PatternText in;
  private final boolean asciiOnly;

  EscapeReader(PatternText in, boolean asciiOnly) {
    this.in = in;
    this.asciiOnly = asciiOnly;
  }

  /** The translation of an escape that stands by itself. */
  String outsideClass() throws InvalidPattern {
    int c = in.next();
    return switch (c) {
      case 'A', 'z' -> "\\" + (char) c;
      case 'b', 'B' -> boundary(c);
      case 'd', 'D', 'w', 'W', 's', 'S' -> "[" + (isLower(c) ? "" : "^") + perlClass(c) + "]";
      case 'p', 'P' -> new PropertyReader(in).read(c == 'P').inBrackets();
      default -> literal(character(c));
    };
  }

  private String boundary(int c) throws InvalidPattern {
    if (in.peekIs('{')) {
      throw new InvalidPattern("half boundary");
    }
    return "\\" + (char) c;
  }

  static boolean isLower(int c) {
    return c >= 'a';
  }

  /** What a class such as \d has in it, for the inside of a class; \D gives the same as \d. */
  String perlClass(int c) {
    return switch (c | 0x20) {
      case 'd' -> asciiOnly ? "0-9" : "\\p{Nd}";
      case 's' -> asciiOnly ? "\\t-\\r " : SPACE;
      default -> asciiOnly ? "0-9A-Z_a-z" : WORD;
    };
  }

  /** The opposite of {@link #perlClass}, or null when it has no short form. */
  String notPerlClass(int c) {
    if (asciiOnly) {
      return "\\" + (char) (c & ~0x20);
    }
    return switch (c | 0x20) {
      case 'd' -> "\\P{Nd}";
      case 's' -> NO_SPACE;
      default -> null;
    };
  }

  /** The character that an escape stands for whose first character has been read. */
  int character(int c) throws InvalidPattern {
    return switch (c) {
      case 'a' -> 0x07;
      case 'f' -> '\f';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'v' -> 0x0B;
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      case 'U' -> hexadecimal(8);
      default -> punctuation(c);
    };
  }

  private static int punctuation(int c) throws InvalidPattern {
    if (isAlphanumeric(c) || c >= 0x80 || c == '<' || c == '>') {
      throw new InvalidPattern("escape");
    }
    return c;
  }

  private static boolean isAlphanumeric(int c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private int hexadecimal(int digits) throws InvalidPattern {
    StringBuilder text = new StringBuilder();
    if (in.take('{')) {
      text.append(in.until('}').strip());
    } else {
      for (int i = 0; i < digits; i++) {
        text.appendCodePoint(in.next());
      }
    }
    try {
      int value = text.length() > 8 ? -1 : Integer.parseUnsignedInt(text.toString(), 16);
      boolean scalar = Character.isValidCodePoint(value) && !isSurrogate(value);
      if (scalar && text.charAt(0) != '+') {
        return value;
      }
    } catch (NumberFormatException notHexadecimal) {
      // Falls through to the error below.
    }
    throw new InvalidPattern("hexadecimal escape");
  }

  private static boolean isSurrogate(int value) {
    return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
  }

  /** A character so that it stands for itself, inside classes too. */
  static String literal(int c) {
    boolean plain = isAlphanumeric(c) || c == ' ' || c == '_';
    if (plain || c > 0x9F) {
      return Character.toString(c);
    }
    return c > ' ' && c < 0x7F ? "\\" + (char) c : "\\x{" + Integer.toHexString(c) + "}";
  }
}
