package ruff.stdlib.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.ArrayValue;
import ruff.value.SequenceValue;

/** Natives for files of text in UTF-8. */
public final class TextFiles {
  private static final String PATH_ERROR = "{name} requires a string path argument";

  private TextFiles() {}

  @Native(
      name = "read_file",
      family = Family.FILE,
      doc = "The text of a file of at most 8 MiB.",
      returns = "string",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = {WholeFiles.CANNOT_READ, WholeFiles.TOO_LARGE, WholeFiles.NOT_TEXT},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "read_file(\"abc.txt\")",
      result = "abc")
  public static String readFile(NativeContext context, String path) {
    return WholeFiles.readText(context.files("read_file"), path);
  }

  @Native(
      name = "read_file_lossy",
      family = Family.FILE,
      doc = "The text of a file of at most 8 MiB, U+FFFD standing for bytes that are no text.",
      returns = "string",
      arity = Native.PLURAL,
      error = PATH_ERROR,
      errors = {WholeFiles.CANNOT_READ, WholeFiles.TOO_LARGE},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "read_file_lossy(\"abc.txt\")",
      result = "abc")
  public static String readFileLossy(NativeContext context, String path) {
    byte[] bytes = WholeFiles.read(context.files("read_file_lossy"), path, "read file");
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Native(
      name = "read_lines",
      family = Family.FILE,
      doc = "The lines of a file of at most 8 MiB without their line ends, LF or CRLF.",
      returns = "array of string",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = {WholeFiles.CANNOT_READ, WholeFiles.TOO_LARGE, WholeFiles.NOT_TEXT},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "read_lines(\"two.txt\")",
      result = "[a, b]")
  public static ArrayValue readLines(NativeContext context, String path) {
    String text = WholeFiles.readText(context.files("read_lines"), path);
    ArrayValue lines = new ArrayValue();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end;
      boolean carriage = end > from && text.charAt(end - 1) == '\r';
      lines.add(text.substring(from, carriage ? next - 1 : next));
      from = next + 1;
    }
    return lines;
  }

  @Native(
      name = "file_lines",
      family = Family.FILE,
      doc =
          "The lines of a file one after the other without their line ends, LF or CRLF; only one is"
              + " held at a time, so the file may be of any size.",
      returns = "generator of string",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = {WholeFiles.CANNOT_READ, WholeFiles.NOT_TEXT},
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "for line in file_lines(\"two.txt\") { print(line) }",
      result = "a\nb")
  public static SequenceValue fileLines(NativeContext context, String path) {
    try {
      return new FileLines(context.files("file_lines").open(path).input(), path);
    } catch (IOException failure) {
      throw FileErrors.cannot("read file", path, failure);
    }
  }

  @Native(
      name = "write_file",
      family = Family.FILE,
      doc = "Writes a text of at most 8 MiB to a new file, or replaces one when told to.",
      returns = "bool true",
      arity = "write_file requires 2 or 3 arguments: path, content/bytes, [overwrite]",
      error = "write_file requires string arguments",
      errors = {
        "Cannot write file 'P': payload exceeds maximum write size (N bytes > 8388608 bytes)",
        "Cannot write file 'P': file already exists (pass overwrite=true to replace it)",
        "Cannot write file 'P': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "write_file(\"n1.txt\", \"x\")",
      result = "true")
  public static boolean writeFile(
      NativeContext context,
      String path,
      String content,
      @Param(
              error = "write_file optional overwrite flag must be a bool",
              checkedFirst = true,
              optional = true,
              fallback = "false")
          boolean overwrite) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    WholeFiles.write(context.files("write_file"), path, bytes, overwrite, "write file");
    return true;
  }

  @Native(
      name = "append_file",
      family = Family.FILE,
      doc = "Writes a text of at most 8 MiB to the end of a file, making the file when needed.",
      returns = "bool true",
      arity = "append_file requires two arguments: path and content",
      error = "append_file requires string arguments",
      errors = {
        "Cannot append to file 'P': payload exceeds maximum write size (N bytes > 8388608 bytes)",
        "Cannot open file 'P': OSERR",
        "Cannot append to file 'P': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "append_file(\"n3.txt\", \"x\")",
      result = "true")
  public static boolean appendFile(NativeContext context, String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    WholeFiles.checkSize(bytes, path, "append to file");
    append(context.files("append_file"), path, bytes, "append to file");
    return true;
  }

  /** Writes at the end of a file. */
  static void append(FileAccess files, String path, byte[] bytes, String action) {
    try (OpenFile file = openAtEnd(files, path)) {
      file.write(bytes);
    } catch (IOException failure) {
      throw FileErrors.cannot(action, path, failure);
    }
  }

  private static OpenFile openAtEnd(FileAccess files, String path) {
    try {
      return files.append(path);
    } catch (IOException failure) {
      throw FileErrors.cannot("open file", path, failure);
    }
  }
}
