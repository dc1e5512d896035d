package ruff.stdlib.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ruff.stdlib.Natives;
import ruff.value.RuffError;

/** Zip files with more entries than are ever taken out are refused before those are all read. */
@Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ZipDirectoryTest {
  private static final int ENTRIES = 1_000_000;
  private static final int ENTRY_SIZE = 46;
  private static final int FILE_SIZE = 30;

  @TempDir Path folder;

  /** A file of one local entry, and a directory that names it many times. */
  private static ByteBuffer archive(int before) {
    ByteBuffer bytes =
        ByteBuffer.allocate(before + FILE_SIZE + ENTRIES * ENTRY_SIZE + 98)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(before).putInt(0x04034B50).position(before + FILE_SIZE);
    for (int i = 0; i < ENTRIES; i++) {
      int start = bytes.position();
      bytes.putInt(0x02014B50).position(start + ENTRY_SIZE);
    }
    return bytes;
  }

  private static void end(ByteBuffer bytes, int entries, int length, int offset) {
    bytes.putInt(0x06054B50).putInt(0).putShort((short) entries).putShort((short) entries);
    bytes.putInt(length).putInt(offset).putShort((short) 0);
  }

  private void isRefused(ByteBuffer bytes, int announced) throws IOException {
    byte[] written = new byte[bytes.flip().remaining()];
    bytes.get(written);
    Path file = Files.write(folder.resolve("archive.zip"), written);
    Path out = folder.resolve("out");

    assertThatThrownBy(() -> new Natives(folder).call("unzip", file.toString(), out.toString()))
        .isInstanceOf(RuffError.class)
        .hasMessage(
            "Archive contains " + announced + " entries which exceeds maximum entry count (1024)");
  }

  @Test
  void bytesBeforeAnArchiveDoNotHideItsDirectory() throws IOException {
    ByteBuffer bytes = archive(1);
    end(bytes, 5, ENTRIES * ENTRY_SIZE, FILE_SIZE);

    isRefused(bytes, 1025);
  }

  @Test
  void theEndOfALargeArchiveIsTheOneThatCounts() throws IOException {
    ByteBuffer bytes = archive(0);
    int largeEnd = bytes.position();
    bytes.putInt(0x06064B50).putLong(44).position(largeEnd + 24);
    bytes.putLong(ENTRIES).putLong(ENTRIES).putLong(ENTRIES * ENTRY_SIZE).putLong(FILE_SIZE);
    bytes.putInt(0x07064B50).putInt(0).putLong(largeEnd).putInt(1);
    end(bytes, 1, 0, largeEnd);

    isRefused(bytes, ENTRIES);
  }
}
