package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The data of an entry; its end is an error when the checksum is not the announced one. */
final class CheckedData extends PieceInput {
  private final InputStream source;
  private final long size;
  private final long checksum;
  private final CRC32 found = new CRC32();
  private long read;

  CheckedData(InputStream source, long size, long checksum) {
    this.source = source;
    this.size = size;
    this.checksum = checksum;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = source.read(target, from, length);
    if (count > 0) {
      found.update(target, from, count);
      read += count;
    } else if (count < 0 && (read != size || found.getValue() != checksum)) {
      throw new IOException("Invalid checksum");
    }
    return count;
  }
}
