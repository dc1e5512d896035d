package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import ruff.host.HostClock;

/** A tar file that is being written, with POSIX headers for what the old ones have no room for. */
final class TarValue extends ArchiveValue {
  private final TarArchiveOutputStream out;
  private final HostClock clock;

  /**
   * @param target what the bytes go to, compressed or not
   */
  TarValue(String path, String file, OutputStream target, HostClock clock) {
    super(path, file);
    this.out = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
    this.out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    this.out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    this.out.setAddPaxHeadersForNonAsciiNames(true);
    this.clock = clock;
  }

  @Override
  void writeFile(String name, InputStream data, long size) throws IOException {
    TarArchiveEntry entry = entry(name, FILE_MODE);
    entry.setSize(size);
    out.putArchiveEntry(entry);
    long written = data.transferTo(out);
    // A file that has become shorter: the header has announced more.
    while (written < size) {
      out.write(0);
      written++;
    }
    out.closeArchiveEntry();
  }

  @Override
  void writeFolder(String name) throws IOException {
    out.putArchiveEntry(entry(name, FOLDER_MODE));
    out.closeArchiveEntry();
  }

  private TarArchiveEntry entry(String name, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setModTime(clock.now().toEpochMilli());
    entry.setMode(mode);
    return entry;
  }

  @Override
  void complete() throws IOException {
    out.close();
  }

  @Override
  String duplicate() {
    return "Duplicate filename: ";
  }

  @Override
  String title() {
    return "Tar";
  }

  @Override
  public String typeName() {
    return "tararchive";
  }
}
