package ruff.stdlib.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.host.SystemError;
import ruff.value.RuffError;

/** Files that are read or written as a whole, up to a size. */
final class WholeFiles {
  /** The largest file that is read, and the most that is written at once, in bytes. */
  static final int MAX_BYTES = 8_388_608;

  static final String TOO_LARGE =
      "Cannot read file 'P': exceeds maximum read size (N bytes > 8388608 bytes)";
  static final String INVALID_TEXT = "stream did not contain valid UTF-8";
  static final String NOT_TEXT = "Cannot read file 'P': " + INVALID_TEXT;
  static final String CANNOT_READ = "Cannot read file 'P': OSERR";

  private static final char REPLACEMENT = '\uFFFD';

  private WholeFiles() {}

  /**
   * The bytes of a file.
   *
   * @param action what the error says that could not be done when reading fails, such as {@code
   *     read file}
   */
  static byte[] read(FileAccess files, String path, String action) {
    try (OpenFile file = open(files, path)) {
      long size = file.size();
      if (size > MAX_BYTES) {
        throw tooLarge(path, size);
      }
      byte[] bytes = file.read(MAX_BYTES + 1L);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge(path, bytes.length);
      }
      return bytes;
    } catch (IOException failure) {
      throw FileErrors.cannot(action, path, failure);
    }
  }

  private static OpenFile open(FileAccess files, String path) {
    try {
      return files.open(path);
    } catch (IOException failure) {
      throw FileErrors.cannot("read file", path, failure);
    }
  }

  private static RuffError tooLarge(String path, long size) {
    return new RuffError(
        "Cannot read file '%s': exceeds maximum read size (%d bytes > %d bytes)"
            .formatted(path, size, MAX_BYTES));
  }

  /** The text of a file. */
  static String readText(FileAccess files, String path) {
    return text(read(files, path, "read file"), path);
  }

  /** The text that bytes of a file stand for. */
  static String text(byte[] bytes, String path) {
    String text = textOrNull(bytes);
    if (text == null) {
      throw new RuffError("Cannot read file '" + path + "': " + INVALID_TEXT);
    }
    return text;
  }

  /** The text that bytes stand for, or null when they are no UTF-8. */
  static String textOrNull(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || isText(bytes) ? text : null;
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  /**
   * Checks the size of what is to be written.
   *
   * @param action such as {@code write file}
   */
  static void checkSize(byte[] content, String path, String action) {
    if (content.length > MAX_BYTES) {
      throw new RuffError(
          "Cannot %s '%s': payload exceeds maximum write size (%d bytes > %d bytes)"
              .formatted(action, path, content.length, MAX_BYTES));
    }
  }

  /**
   * Writes a file.
   *
   * @param overwrite whether a file that exists is replaced
   * @param action such as {@code write file}
   */
  static void write(
      FileAccess files, String path, byte[] content, boolean overwrite, String action) {
    checkSize(content, path, "write file");
    try (OpenFile file = openForWriting(files, path, overwrite, action)) {
      file.write(content);
    } catch (IOException failure) {
      if (!overwrite) {
        files.discard(path);
      }
      throw FileErrors.cannot(action, path, failure);
    }
  }

  private static OpenFile openForWriting(
      FileAccess files, String path, boolean overwrite, String action) {
    try {
      return overwrite ? files.replace(path) : files.create(path);
    } catch (IOException failure) {
      if (SystemError.of(failure) == SystemError.EXISTS) {
        throw new RuffError(
            "Cannot write file '%s': file already exists (pass overwrite=true to replace it)"
                .formatted(path));
      }
      throw FileErrors.cannot(action, path, failure);
    }
  }
}
