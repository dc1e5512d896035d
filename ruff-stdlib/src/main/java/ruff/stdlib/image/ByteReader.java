package ruff.stdlib.image;

import java.util.Arrays;

/** A place in the bytes of a file. */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int at() {
    return at;
  }

  void moveTo(long place) throws InvalidImage {
    if (place < 0 || place > bytes.length) {
      throw tooShort();
    }
    at = (int) place;
  }

  void skip(long count) throws InvalidImage {
    moveTo(at + count);
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  int left() {
    return bytes.length - at;
  }

  /** The next byte, 0 to 255. */
  int byteValue() throws InvalidImage {
    if (at == bytes.length) {
      throw tooShort();
    }
    return bytes[at++] & 0xFF;
  }

  /** A number of two bytes, the lower one first. */
  int twoBytes() throws InvalidImage {
    int low = byteValue();
    return byteValue() << 8 | low;
  }

  /** A number of four bytes, the lowest one first. */
  int fourBytes() throws InvalidImage {
    int low = twoBytes();
    return twoBytes() << 16 | low;
  }

  /** A number of four bytes, the highest one first. */
  int fourBytesHighFirst() throws InvalidImage {
    return Integer.reverseBytes(fourBytes());
  }

  /** The next bytes. */
  byte[] take(int count) throws InvalidImage {
    if (count < 0 || count > left()) {
      throw tooShort();
    }
    byte[] part = Arrays.copyOfRange(bytes, at, at + count);
    at += count;
    return part;
  }

  /** Whether these characters come next; they are passed then. */
  boolean passes(String ascii) {
    if (left() < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((bytes[at + i] & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    at += ascii.length();
    return true;
  }

  static InvalidImage tooShort() {
    return new InvalidImage("unexpected end of file");
  }
}
