package ruff.stdlib.file;

import java.io.IOException;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** What {@link FileParts} does to files, with the errors that programs see. */
final class FileRanges {
  private static final int CHUNK = 65_536;

  private FileRanges() {}

  /**
   * Bytes of a file.
   *
   * @param action what the error says that could not be done
   */
  static BytesValue read(FileAccess files, String path, long offset, long count, String action) {
    try (OpenFile file = open(files, path)) {
      return new BytesValue(offset == 0 ? file.read(count) : file.readAt(offset, count));
    } catch (IOException failure) {
      throw FileErrors.cannot(action, path, failure);
    }
  }

  private static OpenFile open(FileAccess files, String path) {
    try {
      return files.open(path);
    } catch (IOException failure) {
      throw FileErrors.cannot("open file", path, failure);
    }
  }

  /** Writes a file anew. */
  static void replace(FileAccess files, String path, byte[] bytes) {
    try (OpenFile file = files.replace(path)) {
      file.write(bytes);
    } catch (IOException failure) {
      throw FileErrors.cannot("write bytes to file", path, failure);
    }
  }

  /** Writes into a file that exists. */
  static void write(FileAccess files, String path, long offset, byte[] bytes) {
    try (OpenFile file = openToChange(files, path)) {
      file.writeAt(offset, bytes);
    } catch (IOException failure) {
      throw FileErrors.cannot("write bytes at offset " + offset + " to", path, failure);
    }
  }

  /** Gives a file that exists another size. */
  static void resize(FileAccess files, String path, long size) {
    try (OpenFile file = openToChange(files, path)) {
      file.resize(size);
    } catch (IOException failure) {
      throw new RuffError(
          "Cannot truncate file '%s' to %d bytes: %s"
              .formatted(path, size, FileErrors.words(failure)));
    }
  }

  private static OpenFile openToChange(FileAccess files, String path) {
    try {
      return files.change(path);
    } catch (IOException failure) {
      throw FileErrors.cannot("open file", path, failure);
    }
  }

  /** Writes a part of a file to another one, or to itself. */
  static void copy(FileAccess files, String source, String target, long offset, long count) {
    try (OpenFile from = openSource(files, source)) {
      long step = files.isSame(source, target) ? count : CHUNK;
      byte[] chunk = readFrom(from, source, offset, Math.min(count, step));
      try (OpenFile to = openTarget(files, target)) {
        long done = 0;
        while (chunk.length > 0) {
          to.write(chunk);
          done += chunk.length;
          chunk = readFrom(from, source, offset + done, Math.min(count - done, step));
        }
      }
    } catch (IOException failure) {
      throw FileErrors.cannot("write to", target, failure);
    }
  }

  private static byte[] readFrom(OpenFile from, String source, long offset, long count) {
    try {
      return count == 0 ? new byte[0] : from.readAt(offset, count);
    } catch (IOException failure) {
      throw FileErrors.cannot("read from", source, failure);
    }
  }

  private static OpenFile openSource(FileAccess files, String source) {
    try {
      return files.openSource(source);
    } catch (IOException failure) {
      throw FileErrors.cannot("open source file", source, failure);
    }
  }

  private static OpenFile openTarget(FileAccess files, String target) {
    try {
      return files.replace(target);
    } catch (IOException failure) {
      throw FileErrors.cannot("create file", target, failure);
    }
  }
}
