package ruff.stdlib.regex;

/** A pattern being read from left to right, by code points. */
final class PatternText {
  /** Whether white space and comments mean nothing at this place. */
  boolean comments;

  private final String text;
  private int at;

  PatternText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next code point; there is one. */
  int peek() {
    return text.codePointAt(at);
  }

  boolean peekIs(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Whether the text goes on like this. */
  boolean peekAll(String part) {
    return text.startsWith(part, at);
  }

  int next() throws InvalidPattern {
    if (atEnd()) {
      throw new InvalidPattern("unfinished");
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  boolean take(char c) {
    boolean there = peekIs(c);
    at += there ? 1 : 0;
    return there;
  }

  boolean takeAll(String part) {
    boolean there = peekAll(part);
    at += there ? part.length() : 0;
    return there;
  }

  /** The text before the next occurrence of a char, which is passed over. */
  String until(char end) throws InvalidPattern {
    int place = text.indexOf(end, at);
    if (place < 0) {
      throw new InvalidPattern("unfinished");
    }
    String part = text.substring(at, place);
    at = place + 1;
    return part;
  }

  /** In comment mode, passes over white space and comments. */
  void skipComments() {
    while (comments && !atEnd()) {
      if (peekIs('#')) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (Character.isWhitespace(peek())) {
        at += Character.charCount(peek());
      } else {
        return;
      }
    }
  }

  /** In comment mode, passes over white space. */
  void skipBlanks() {
    while (comments && !atEnd() && Character.isWhitespace(peek())) {
      at++;
    }
  }
}
