package ruff.stdlib.image;

import java.io.ByteArrayOutputStream;

/** Bits packed into bytes from the lowest bit on. */
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long pending;
  private int count;

  /**
   * Writes the lowest bits of a number, the lowest one first.
   *
   * @param length at most 32
   */
  void write(int value, int length) {
    pending |= (value & (1L << length) - 1) << count;
    count += length;
    while (count >= 8) {
      bytes.write((int) pending);
      pending >>>= 8;
      count -= 8;
    }
  }

  /** All bytes, the last one filled up with zeros. */
  byte[] finish() {
    if (count > 0) {
      bytes.write((int) pending);
      pending = 0;
      count = 0;
    }
    return bytes.toByteArray();
  }
}
