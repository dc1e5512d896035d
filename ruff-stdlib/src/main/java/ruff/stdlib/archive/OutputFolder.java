package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import ruff.host.Draft;
import ruff.host.FileAccess;
import ruff.stdlib.file.FileErrors;
import ruff.stdlib.file.Paths;
import ruff.value.RuffError;

/**
 * The folder that an archive is taken out into. Nothing is ever written outside of it, whatever
 * links are in it, and no file is left there in part.
 */
final class OutputFolder {
  private static final int CHUNK = 16_384;

  private final FileAccess files;
  private final String path;
  private String root;

  /**
   * @param path as written
   */
  OutputFolder(FileAccess files, String path) {
    this.files = files;
    this.path = path;
  }

  /** Makes the folder. */
  void create() {
    try {
      files.createFolder(path);
      root = files.outputPath(path);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create output directory", path, failure);
    }
  }

  /** The path of an entry, as programs see it. */
  String pathOf(String clean) {
    return path.endsWith("/") ? path + clean : path + "/" + clean;
  }

  /** Makes the folder of an entry. */
  void addFolder(String name, String clean) {
    String target = pathOf(clean);
    checkPlace(name, target);
    createFolder(target);
  }

  /**
   * Writes the file of an entry.
   *
   * @param data checks itself: reading it to its end fails when it is not what was announced
   * @param size in bytes, as announced
   */
  void addFile(String name, String clean, InputStream data, long size) {
    String target = pathOf(clean);
    checkPlace(name, target);
    createFolder(Paths.dirname(target));
    try (Draft draft = files.draft(target)) {
      copy(name, data, draft, size);
      draft.commit();
    } catch (IOException failure) {
      throw new RuffError("Failed to extract file '" + name + "': " + FileErrors.words(failure));
    }
  }

  private static void copy(String name, InputStream data, Draft draft, long size)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long written = 0;
    for (int count = read(name, data, chunk); count >= 0; count = read(name, data, chunk)) {
      written += count;
      if (written > size) {
        throw new RuffError(
            "Failed to extract file '" + name + "': data exceeds the declared size");
      }
      draft.output().write(chunk, 0, count);
    }
  }

  private static int read(String name, InputStream data, byte[] chunk) {
    try {
      return data.read(chunk);
    } catch (IOException broken) {
      throw new RuffError("Failed to extract file '" + name + "': " + ArchiveFault.words(broken));
    }
  }

  private void createFolder(String folder) {
    try {
      files.createFolder(folder);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to create directory", folder, failure);
    }
  }

  /** Refuses a place that is a link, or that a link above it moves out of the folder. */
  private void checkPlace(String name, String target) {
    try {
      if (files.isLinkToWrite(target)) {
        throw EntryName.unsafe(name, "symbolic link target path '" + target + "' is not allowed");
      }
      String real = files.outputPath(Paths.dirname(target));
      if (!real.equals(root) && !real.startsWith(root.endsWith("/") ? root : root + "/")) {
        throw EntryName.unsafe(name, "extraction path escapes output directory");
      }
    } catch (IOException failure) {
      throw new RuffError("Failed to extract file '" + name + "': " + FileErrors.words(failure));
    }
  }
}
