package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream. */
final class BoundedInput extends PieceInput {
  private final InputStream source;
  private long rest;

  /**
   * @param size where the stream ends at the latest, in bytes
   */
  BoundedInput(InputStream source, long size) {
    this.source = source;
    this.rest = size;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (rest == 0) {
      return -1;
    }
    int count = source.read(target, from, (int) Math.min(length, rest));
    rest -= Math.max(count, 0);
    return count;
  }
}
