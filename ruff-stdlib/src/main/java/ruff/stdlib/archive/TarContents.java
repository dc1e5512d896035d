package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.stdlib.file.FileErrors;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/**
 * A tar file that is read, compressed by gzip or not: once to look at all its entries, and then
 * once more to take them out. Everything in it may be a lie, and may be another one the second
 * time.
 */
final class TarContents {
  /** The most that headers and long names may take besides the data, in bytes. */
  private static final long MAX_HEADERS = 4_194_304;

  private final FileAccess files;
  private final String path;

  TarContents(FileAccess files, String path) {
    this.files = files;
    this.path = path;
  }

  /** Takes everything out, after all entries have been looked at; the paths of the files. */
  ArrayValue extract(OutputFolder folder) {
    read((entry, data) -> {});
    folder.create();
    ArrayValue paths = new ArrayValue();
    read(
        (entry, data) -> {
          String name = entry.getName();
          String clean = EntryName.clean(name);
          if (entry.isDirectory()) {
            folder.addFolder(name, clean);
          } else {
            folder.addFile(name, clean, data, entry.getSize());
            paths.add(folder.pathOf(clean));
          }
        });
    return paths;
  }

  /** Hands over all entries, each of which has been checked. */
  private void read(BiConsumer<TarArchiveEntry, InputStream> receiver) {
    ExtractionLimits limits = new ExtractionLimits();
    try (OpenFile file = open();
        TarArchiveInputStream entries = entries(file)) {
      int count = 0;
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        count++;
        ExtractionLimits.checkCount(count);
        check(entry);
        limits.add(entry.getName(), entry.getSize());
        receiver.accept(entry, entries);
      }
      if (count == 0 && entries.getBytesRead() < entries.getRecordSize()) {
        throw new IOException("Truncated TAR archive");
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new RuffError(
          "Failed to open tar archive '" + path + "': " + ArchiveFault.words(broken));
    }
  }

  private OpenFile open() {
    try {
      return files.openSource(path);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to open file", path, failure);
    }
  }

  private static TarArchiveInputStream entries(OpenFile file) throws IOException {
    InputStream data =
        new CappedInput(
            GzipData.plain(file.input()), ExtractionLimits.MAX_TOTAL_BYTES + MAX_HEADERS);
    return new TarArchiveInputStream(data, StandardCharsets.UTF_8.name());
  }

  private static void check(TarArchiveEntry entry) {
    String name = entry.getName();
    if (entry.isSymbolicLink()) {
      throw EntryName.unsafe(name, "symbolic links are not allowed");
    }
    if (entry.isLink()) {
      throw EntryName.unsafe(name, "hard links are not allowed");
    }
    if (!entry.isDirectory() && !isPlainFile(entry)) {
      throw EntryName.unsafe(name, "special files are not allowed");
    }
    EntryName.clean(name);
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    return switch (entry.getLinkFlag()) {
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG ->
          !entry.isSparse();
      default -> false;
    };
  }
}
