package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.stdlib.crypto.PlainText;
import ruff.stdlib.file.FileErrors;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/** A zip file that is read. Everything in it may be a lie. */
final class ZipContents implements AutoCloseable {
  /** What names were written in before there was UTF-8. */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  /** An entry that may be taken out. */
  private record Accepted(ZipArchiveEntry entry, String name, String clean) {}

  private final OpenFile file;
  private final ZipFile zip;

  private ZipContents(OpenFile file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  static ZipContents open(FileAccess files, String path) {
    OpenFile file = openFile(files, path);
    try {
      ExtractionLimits.checkCount(ZipDirectory.countEntries(file));
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(file.channel())
              .setIgnoreLocalFileHeader(true)
              .get();
      return new ZipContents(file, zip);
    } catch (IOException | IllegalArgumentException broken) {
      close(file);
      throw new RuffError(
          "Failed to open zip archive '" + path + "': " + ArchiveFault.words(broken));
    } catch (RuffError refused) {
      close(file);
      throw refused;
    }
  }

  private static OpenFile openFile(FileAccess files, String path) {
    try {
      return files.openSource(path);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to open file", path, failure);
    }
  }

  /** Takes everything out, after all entries have been looked at; the paths of the files. */
  ArrayValue extract(OutputFolder folder) {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    ExtractionLimits.checkCount(entries.size());
    folder.create();
    ArrayValue paths = new ArrayValue();
    for (Accepted accepted : accept(entries)) {
      if (accepted.entry.isDirectory()) {
        folder.addFolder(accepted.name, accepted.clean);
      } else {
        extract(accepted, folder);
        paths.add(folder.pathOf(accepted.clean));
      }
    }
    return paths;
  }

  private static List<Accepted> accept(List<ZipArchiveEntry> entries) {
    ExtractionLimits limits = new ExtractionLimits();
    List<Accepted> accepted = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      ZipArchiveEntry entry = entries.get(i);
      checkReadable(entry, i);
      String name = name(entry);
      if (entry.isUnixSymlink()) {
        throw EntryName.unsafe(name, "symbolic links are not allowed");
      }
      accepted.add(new Accepted(entry, name, EntryName.clean(name)));
      limits.add(name, entry.getSize());
    }
    return accepted;
  }

  private static void checkReadable(ZipArchiveEntry entry, int index) {
    String reason = null;
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      reason = "encrypted entries are not supported";
    } else if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      reason = "compression method " + entry.getMethod() + " is not supported";
    } else if (entry.getSize() < 0) {
      reason = "the size is not known";
    }
    if (reason != null) {
      throw new RuffError("Failed to read zip entry " + index + ": " + reason);
    }
  }

  /** The name as it is stored; libraries change backslashes on their own. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    try {
      return PlainText.of(raw);
    } catch (PlainText.Malformed old) {
      Charset charset =
          entry.getGeneralPurposeBit().usesUTF8ForNames() ? StandardCharsets.UTF_8 : OLD_NAMES;
      return new String(raw, charset);
    }
  }

  private void extract(Accepted accepted, OutputFolder folder) {
    ZipArchiveEntry entry = accepted.entry;
    try (InputStream data = zip.getInputStream(entry)) {
      folder.addFile(
          accepted.name,
          accepted.clean,
          new CheckedData(data, entry.getSize(), entry.getCrc()),
          entry.getSize());
    } catch (IOException broken) {
      throw new RuffError(
          "Failed to extract file '" + accepted.name + "': " + ArchiveFault.words(broken));
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException ignored) {
      // It was only read.
    }
    close(file);
  }

  private static void close(OpenFile file) {
    try {
      file.close();
    } catch (IOException ignored) {
      // It was only read.
    }
  }
}
