package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import ruff.host.HostClock;
import ruff.host.OpenFile;

/** A zip file that is being written: files deflated, folders stored, all with Unix permissions. */
final class ZipValue extends ArchiveValue {
  private final ZipArchiveOutputStream out;
  private final OpenFile target;
  private final HostClock clock;

  ZipValue(String path, String file, OpenFile target, HostClock clock) throws IOException {
    super(path, file);
    this.out = new ZipArchiveOutputStream(target.channel());
    this.target = target;
    this.clock = clock;
  }

  @Override
  void writeFile(String name, InputStream data, long size) throws IOException {
    ZipArchiveEntry entry = entry(name, FILE_MODE);
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setSize(size);
    out.putArchiveEntry(entry);
    try {
      data.transferTo(out);
    } finally {
      out.closeArchiveEntry();
    }
  }

  @Override
  void writeFolder(String name) throws IOException {
    ZipArchiveEntry entry = entry(name, FOLDER_MODE);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(0);
    entry.setCrc(0);
    out.putArchiveEntry(entry);
    out.closeArchiveEntry();
  }

  private ZipArchiveEntry entry(String name, int mode) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTime(clock.now().toEpochMilli());
    entry.setUnixMode(mode);
    return entry;
  }

  @Override
  void complete() throws IOException {
    try (target) {
      out.close();
    }
  }

  @Override
  String duplicate() {
    return "invalid Zip archive: Duplicate filename: ";
  }

  @Override
  String title() {
    return "Zip";
  }

  @Override
  public String typeName() {
    return "ziparchive";
  }
}
