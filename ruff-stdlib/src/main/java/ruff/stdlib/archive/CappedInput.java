package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream that must not be longer than it is allowed to be. */
final class CappedInput extends PieceInput {
  private final InputStream source;
  private final long limit;
  private long read;

  /**
   * @param limit in bytes; reading further is an error
   */
  CappedInput(InputStream source, long limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = source.read(target, from, length);
    read += Math.max(count, 0);
    if (read > limit) {
      throw ExtractionLimits.tooMuch(read);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
