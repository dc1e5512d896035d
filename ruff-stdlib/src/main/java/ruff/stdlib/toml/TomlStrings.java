package ruff.stdlib.toml;

/** Reads the four kinds of strings. */
final class TomlStrings {
  private static final String BASIC_BLOCK = "\"\"\"";
  private static final String LITERAL_BLOCK = "'''";
  private static final String UNFINISHED = "invalid string\nexpected the closing quote";

  private final TomlCursor in;

  TomlStrings(TomlCursor in) {
    this.in = in;
  }

  /** The string whose opening quote is the next character. */
  String any() throws InvalidToml {
    if (in.take(BASIC_BLOCK)) {
      return block('"');
    }
    return in.take(LITERAL_BLOCK) ? block('\'') : line();
  }

  /** {@link #any} where a string must end in its line. */
  String line() throws InvalidToml {
    char quote = (char) in.peek();
    in.at++;
    StringBuilder out = null;
    int from = in.at;
    while (in.peek() != quote) {
      if (in.peek() == TomlCursor.END || TomlCursor.isControl(in.peek())) {
        throw in.unexpected(UNFINISHED);
      }
      if (quote == '"' && in.peek() == '\\') {
        out = out == null ? new StringBuilder() : out;
        out.append(in.text, from, in.at);
        in.at++;
        escape(out);
        from = in.at;
      } else {
        in.at++;
      }
    }
    in.at++;
    return out == null
        ? in.text.substring(from, in.at - 1)
        : out.append(in.text, from, in.at - 1).toString();
  }

  /** The rest of a string between three quotes; line ends become line feeds. */
  private String block(char quote) throws InvalidToml {
    StringBuilder out = new StringBuilder();
    in.takeLineEnd();
    while (true) {
      int next = in.peek();
      if (next == quote) {
        if (closes(out, quote)) {
          return out.toString();
        }
      } else if (in.takeLineEnd()) {
        out.append('\n');
      } else if (next == TomlCursor.END || TomlCursor.isControl(next)) {
        throw in.unexpected(UNFINISHED);
      } else if (next == '\\' && quote == '"') {
        in.at++;
        if (!joinsLines()) {
          escape(out);
        }
      } else {
        out.append((char) next);
        in.at++;
      }
    }
  }

  /** Passes a row of quotes: three end the string, and up to two before these belong to it. */
  private boolean closes(StringBuilder out, char quote) {
    int count = 0;
    while (count < 5 && in.peek() == quote) {
      count++;
      in.at++;
    }
    out.repeat(quote, count < 3 ? count : count - 3);
    return count >= 3;
  }

  /** Passes white space with a line end in it, as stands behind a backslash. */
  private boolean joinsLines() {
    int start = in.at;
    in.skipSpace();
    if (!in.takeLineEnd()) {
      in.at = start;
      return false;
    }
    do {
      in.skipSpace();
    } while (in.takeLineEnd());
    return true;
  }

  private void escape(StringBuilder out) throws InvalidToml {
    int letter = in.peek();
    switch (letter) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '"', '\\' -> out.append((char) letter);
      case 'u' -> out.appendCodePoint(codePoint(4));
      case 'U' -> out.appendCodePoint(codePoint(8));
      default -> throw in.unexpected("invalid escape sequence");
    }
    in.at++;
  }

  /** The value of the digits behind the next character; leaves the last of them. */
  private int codePoint(int digits) throws InvalidToml {
    int value = 0;
    for (int i = 1; i <= digits; i++) {
      int unit = in.peek(i);
      int digit = unit < 128 ? Character.digit(unit, 16) : -1;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        throw in.unexpected("invalid unicode escape");
      }
      value = value << 4 | digit;
    }
    boolean scalar = value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE;
    if (!scalar || value > Character.MAX_CODE_POINT) {
      throw in.unexpected("invalid unicode escape: not a character");
    }
    in.at += digits;
    return value;
  }
}
