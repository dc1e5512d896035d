package ruff.stdlib.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a file, one part after the other; numbers of several bytes with the lowest one first.
 */
final class ByteWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ByteWriter byteValue(int value) {
    bytes.write(value);
    return this;
  }

  ByteWriter twoBytes(int value) {
    return byteValue(value).byteValue(value >> 8);
  }

  ByteWriter fourBytes(int value) {
    return twoBytes(value).twoBytes(value >> 16);
  }

  /** The highest byte first. */
  ByteWriter fourBytesHighFirst(int value) {
    return byteValue(value >> 24).byteValue(value >> 16).byteValue(value >> 8).byteValue(value);
  }

  ByteWriter ascii(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  ByteWriter all(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  ByteWriter zeros(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
