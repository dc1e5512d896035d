package ruff.stdlib.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import ruff.host.OpenFile;

/**
 * What the end of a zip file says about its directory. It is looked at before a library reads the
 * directory as a whole, which takes memory for every entry there is.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054B50;
  private static final int ENTRY_SIGNATURE = 0x02014B50;
  private static final int LARGE_LOCATOR_SIGNATURE = 0x07064B50;
  private static final int LARGE_END_SIGNATURE = 0x06064B50;
  private static final int END_SIZE = 22;
  private static final int LARGE_LOCATOR_SIZE = 20;
  private static final int LARGE_END_SIZE = 56;
  private static final int ENTRY_SIZE = 46;
  private static final int LONGEST_COMMENT = 65_535;
  private static final long UNSIGNED = 0xFFFFFFFFL;

  private final OpenFile file;

  /** How many entries the file says that it has. */
  private long announced;

  private ZipDirectory(OpenFile file) {
    this.file = file;
  }

  /**
   * How many entries there are, counted; not further than one more than are ever taken out.
   *
   * @throws IOException when it is no zip file
   */
  static long countEntries(OpenFile file) throws IOException {
    return new ZipDirectory(file).count();
  }

  private long count() throws IOException {
    long at = directoryStart();
    long count = 0;
    ByteBuffer entry = at(at, ENTRY_SIZE);
    while (entry.remaining() == ENTRY_SIZE && entry.getInt(0) == ENTRY_SIGNATURE) {
      count++;
      if (count > ExtractionLimits.MAX_ENTRIES) {
        return Math.max(count, announced);
      }
      int variable = word(entry, 28) + word(entry, 30) + word(entry, 32);
      at += ENTRY_SIZE + variable;
      entry = at(at, ENTRY_SIZE);
    }
    return count;
  }

  private long directoryStart() throws IOException {
    long size = file.size();
    long tailStart = Math.max(0, size - END_SIZE - LONGEST_COMMENT);
    ByteBuffer tail = at(tailStart, END_SIZE + LONGEST_COMMENT);
    for (int i = tail.remaining() - END_SIZE; i >= 0; i--) {
      if (tail.getInt(i) == END_SIGNATURE) {
        return directoryStart(tail, i, tailStart + i);
      }
    }
    throw new IOException("invalid Zip archive: Could not find central directory end");
  }

  /** Follows the rules of the library, so that what is counted is what it would read. */
  private long directoryStart(ByteBuffer tail, int index, long position) throws IOException {
    announced = word(tail, index + 10);
    long length = tail.getInt(index + 12) & UNSIGNED;
    long offset = tail.getInt(index + 16) & UNSIGNED;
    long locatorStart = position - LARGE_LOCATOR_SIZE;
    ByteBuffer locator = at(locatorStart, LARGE_LOCATOR_SIZE);
    if (locator.remaining() < LARGE_LOCATOR_SIZE || locator.getInt(0) != LARGE_LOCATOR_SIGNATURE) {
      long before = position - length - offset;
      return offset + Math.max(0, before);
    }
    ByteBuffer end = at(locator.getLong(8), LARGE_END_SIZE);
    if (end.remaining() < LARGE_END_SIZE || end.getInt(0) != LARGE_END_SIGNATURE) {
      throw new IOException("invalid Zip archive: Could not find central directory end");
    }
    announced = end.getLong(32);
    return end.getLong(48);
  }

  private ByteBuffer at(long position, int length) throws IOException {
    byte[] bytes = position < 0 ? new byte[0] : file.readAt(position, length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int word(ByteBuffer buffer, int index) {
    return buffer.getShort(index) & 0xFFFF;
  }
}
