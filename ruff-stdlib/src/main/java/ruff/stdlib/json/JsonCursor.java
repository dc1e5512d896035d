package ruff.stdlib.json;

/** A place in a JSON text, and errors that name it. */
final class JsonCursor {
  /** In place of a byte where the text ends. */
  static final int END = -1;

  /** UTF-8. */
  final byte[] text;

  /** The index of the next byte. */
  int at;

  JsonCursor(byte[] text) {
    this.text = text;
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int peek() {
    return at < text.length ? text[at] & 0xFF : END;
  }

  /** Passes white space; the byte behind it, or {@link #END}. */
  int skipSpace() {
    byte[] bytes = text;
    int i = at;
    while (i < bytes.length) {
      byte next = bytes[i];
      if (next > ' ' || !isSpace(next)) {
        at = i;
        return next & 0xFF;
      }
      i++;
    }
    at = i;
    return END;
  }

  private static boolean isSpace(byte next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }

  /** An error at the next byte, or at the last one where the text ends. */
  InvalidJson unexpected(String reason) {
    return error(reason, Math.min(at + 1, text.length));
  }

  /** An error at the byte before the next one. */
  InvalidJson consumed(String reason) {
    return error(reason, at);
  }

  private InvalidJson error(String reason, int end) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < end; i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new InvalidJson(reason + " at line " + line + " column " + (end - lineStart));
  }
}
