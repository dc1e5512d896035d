package ruff.stdlib.file;

import java.io.IOException;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.value.ArrayValue;
import ruff.value.RuffError;
import ruff.value.Text;

/**
 * Files that are read and written beside the program, one of several: errors say which. Texts are
 * the reasons of rejected promises.
 */
public final class NumberedFiles {
  /** The index of a file that is not one of several. */
  public static final int ALONE = -1;

  private NumberedFiles() {}

  /**
   * The texts of an array.
   *
   * @param what the elements in an error, such as {@code f() path}
   */
  public static String[] texts(ArrayValue array, String what) {
    String[] texts = new String[array.size];
    for (int i = 0; i < texts.length; i++) {
      Object element = array.get(i);
      if (!Text.isText(element)) {
        throw new RuffError(what + " at index " + i + " must be a string");
      }
      texts[i] = Text.of(element);
    }
    return texts;
  }

  /** The text of a file of at most 8 MiB. */
  public static String readText(FileAccess files, String path, int index) {
    try (OpenFile file = files.open(path)) {
      return text(file, path, index);
    } catch (IOException failure) {
      throw failed("read", path, index, FileErrors.words(failure));
    }
  }

  /** {@link #readText} of a file that is read for the sake of writing another one. */
  public static String readSource(FileAccess files, String path, int index) {
    try (OpenFile file = files.openSource(path)) {
      return text(file, path, index);
    } catch (IOException failure) {
      throw failed("read", path, index, FileErrors.words(failure));
    }
  }

  private static String text(OpenFile file, String path, int index) throws IOException {
    byte[] bytes = file.read(WholeFiles.MAX_BYTES + 1L);
    if (bytes.length > WholeFiles.MAX_BYTES) {
      long size = Math.max(bytes.length, file.size());
      throw failed("read", path, index, tooLarge("read", size));
    }
    String text = WholeFiles.textOrNull(bytes);
    if (text == null) {
      throw failed("read", path, index, WholeFiles.INVALID_TEXT);
    }
    return text;
  }

  /** Writes a file of at most 8 MiB, replacing what was there. */
  public static void write(FileAccess files, String path, int index, byte[] content) {
    if (content.length > WholeFiles.MAX_BYTES) {
      throw failed("write", path, index, "payload " + tooLarge("write", content.length));
    }
    try (OpenFile file = files.replace(path)) {
      file.write(content);
    } catch (IOException failure) {
      throw failed("write", path, index, FileErrors.words(failure));
    }
  }

  private static String tooLarge(String action, long size) {
    return "exceeds maximum %s size (%d bytes > %d bytes)"
        .formatted(action, size, WholeFiles.MAX_BYTES);
  }

  private static RuffError failed(String action, String path, int index, String reason) {
    String which = index == ALONE ? "" : " (index " + index + ")";
    return new RuffError("Failed to " + action + " file '" + path + "'" + which + ": " + reason);
  }
}
