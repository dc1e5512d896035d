package ruff.stdlib.json;

import java.nio.charset.StandardCharsets;
import ruff.value.Text;

/** Reads strings of a JSON text. */
final class JsonStrings {
  private static final String UNFINISHED = "EOF while parsing a string";
  private static final String LONE = "lone leading surrogate in hex escape";

  private final JsonCursor in;
  private final boolean ascii;
  private final JsonNames names;

  /**
   * @param ascii whether the whole text is ASCII
   */
  JsonStrings(JsonCursor in, boolean ascii, JsonNames names) {
    this.in = in;
    this.ascii = ascii;
    this.names = names;
  }

  /** The string whose opening quote is the next byte. */
  String value() throws InvalidJson {
    byte[] bytes = in.text;
    int start = in.at + 1;
    int i = start;
    while (i < bytes.length) {
      byte next = bytes[i];
      if (next == '"') {
        in.at = i + 1;
        return plain(start, i);
      }
      if (next == '\\' || (next < ' ' && next >= 0)) {
        break;
      }
      i++;
    }
    in.at = i;
    return escaped(start);
  }

  /** {@link #value} for strings that are likely to come again. */
  String key() throws InvalidJson {
    byte[] bytes = in.text;
    int start = in.at + 1;
    int end = Math.min(bytes.length, start + JsonNames.LONGEST);
    int hash = 0;
    for (int i = start; i < end; i++) {
      byte next = bytes[i];
      if (next == '"') {
        in.at = i + 1;
        return names.get(bytes, start, i, hash);
      }
      if (next < ' ' || next == '\\') {
        break;
      }
      hash = 31 * hash + next;
    }
    return value();
  }

  @SuppressWarnings("deprecation") // the constructor for ASCII bytes is the fastest there is
  private String plain(int from, int to) {
    int length = to - from;
    if (length <= 1) {
      return length == 0 ? "" : Text.ofChar((char) in.text[from]);
    }
    return ascii
        ? new String(in.text, 0, from, length)
        : new String(in.text, from, length, StandardCharsets.UTF_8);
  }

  /** The rest of a string, from the first byte on that does not stand for itself. */
  private String escaped(int start) throws InvalidJson {
    StringBuilder out = new StringBuilder(2 * (in.at - start) + 16);
    int from = start;
    while (true) {
      int next = in.peek();
      if (next == JsonCursor.END) {
        throw in.unexpected(UNFINISHED);
      }
      if (next != '"' && next != '\\' && next >= ' ') {
        in.at++;
        continue;
      }
      out.append(new String(in.text, from, in.at - from, StandardCharsets.UTF_8));
      in.at++;
      if (next == '"') {
        return out.toString();
      }
      if (next != '\\') {
        throw in.consumed("control character (\\u0000-\\u001F) found while parsing a string");
      }
      escape(out);
      from = in.at;
    }
  }

  /** Reads what follows a backslash. */
  private void escape(StringBuilder out) throws InvalidJson {
    int letter = in.peek();
    if (letter == JsonCursor.END) {
      throw in.unexpected(UNFINISHED);
    }
    in.at++;
    switch (letter) {
      case '"', '\\', '/' -> out.append((char) letter);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> unicode(out);
      default -> throw in.consumed("invalid escape");
    }
  }

  private void unicode(StringBuilder out) throws InvalidJson {
    char first = hex();
    if (Character.isLowSurrogate(first)) {
      throw in.consumed(LONE);
    }
    out.append(first);
    if (Character.isHighSurrogate(first)) {
      demand('\\');
      demand('u');
      char second = hex();
      if (!Character.isLowSurrogate(second)) {
        throw in.consumed(LONE);
      }
      out.append(second);
    }
  }

  private void demand(char wanted) throws InvalidJson {
    int found = in.peek();
    if (found == JsonCursor.END) {
      throw in.unexpected(UNFINISHED);
    }
    in.at++;
    if (found != wanted) {
      throw in.consumed("unexpected end of hex escape");
    }
  }

  private char hex() throws InvalidJson {
    if (in.text.length - in.at < 4) {
      in.at = in.text.length;
      throw in.consumed(UNFINISHED);
    }
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit((char) (in.text[in.at++] & 0xFF), 16);
      if (digit < 0) {
        throw in.consumed("invalid escape");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}
