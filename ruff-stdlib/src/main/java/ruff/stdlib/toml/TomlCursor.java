package ruff.stdlib.toml;

/** A place in a TOML text. */
final class TomlCursor {
  /** In place of a character where the text ends. */
  static final int END = -1;

  final String text;

  /** The index of the next character. */
  int at;

  TomlCursor(String text) {
    this.text = text;
  }

  /** The next character, or {@link #END}. */
  int peek() {
    return peek(0);
  }

  /** A character further on, or {@link #END}. */
  int peek(int distance) {
    return at + distance < text.length() ? text.charAt(at + distance) : END;
  }

  boolean isAt(String part) {
    return text.startsWith(part, at);
  }

  /** Passes a text if it is the next; whether it was. */
  boolean take(String part) {
    if (!isAt(part)) {
      return false;
    }
    at += part.length();
    return true;
  }

  void skipSpace() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Passes the rest of a line that must hold nothing but a comment. */
  void endLine() throws InvalidToml {
    skipSpace();
    skipComment();
    if (!takeLineEnd() && peek() != END) {
      throw unexpected("expected a newline or `#`");
    }
  }

  /** Passes white space, line ends and comments. */
  void skipLines() throws InvalidToml {
    do {
      skipSpace();
      skipComment();
    } while (takeLineEnd());
  }

  boolean takeLineEnd() {
    return take("\n") || take("\r\n");
  }

  private void skipComment() throws InvalidToml {
    if (peek() != '#') {
      return;
    }
    while (peek() != END && peek() != '\n' && !isAt("\r\n")) {
      if (isControl(peek())) {
        throw unexpected("invalid control character in a comment");
      }
      at++;
    }
  }

  /** Whether a character may stand nowhere in a line. */
  static boolean isControl(int unit) {
    return (unit < ' ' && unit != '\t') || unit == 0x7F;
  }

  /** An error at the next character. */
  InvalidToml unexpected(String reason) {
    return new InvalidToml(reason, at);
  }
}
