package ruff.stdlib.image;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a file for readers of the library. */
final class FileBytes extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int padding;

  /**
   * @param padding how many zeros may be read behind the last byte; a reader that takes the end for
   *     endless zeros, as one of them does, is stopped behind these by an exception. With 0 the end
   *     is an ordinary end.
   */
  FileBytes(byte[] bytes, int padding) {
    this.bytes = bytes;
    this.padding = padding;
  }

  @Override
  public int read() throws IOException {
    byte[] next = new byte[1];
    return read(next, 0, 1) < 0 ? -1 : next[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    long end = bytes.length + (long) padding;
    if (streamPos >= end && length > 0) {
      if (padding > 0) {
        throw new IOException("unexpected end of file");
      }
      return -1;
    }
    int count = (int) Math.min(length, end - streamPos);
    int known = (int) Math.clamp(bytes.length - streamPos, 0, count);
    if (known > 0) {
      System.arraycopy(bytes, (int) streamPos, target, from, known);
    }
    Arrays.fill(target, from + known, from + count, (byte) 0);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
