package ruff.stdlib.async;

import java.nio.charset.StandardCharsets;
import ruff.host.FileAccess;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.stdlib.file.NumberedFiles;
import ruff.task.ExternalWork;
import ruff.task.PromiseValue;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/** Natives that read and write files while the program goes on. */
public final class FileWork {
  private static final String LIMIT = "{name}() optional concurrency_limit must be an integer";
  private static final String PATHS = "{name}() first argument must be an array of string paths";

  private FileWork() {}

  @Native(
      name = "async_read_file",
      family = Family.ASYNC,
      doc = "A promise of the text of a file of at most 8 MiB.",
      returns = "promise of string",
      arity = "async_read_file() expects 1 argument (path), got {got}",
      error = "async_read_file() requires a string path argument",
      errors = "Promise rejected: Failed to read file 'P': OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "await async_read_file(\"abc.txt\")",
      result = "abc")
  public static PromiseValue readFile(NativeContext context, String path) {
    FileAccess files = context.files("async_read_file").fromHere();
    return ExternalWork.start(
        context.scheduler(), _ -> NumberedFiles.readText(files, path, NumberedFiles.ALONE));
  }

  @Native(
      name = "async_read_files",
      family = Family.ASYNC,
      doc = "A promise of the texts of several files in their order.",
      returns = "promise of array of string",
      arity =
          "async_read_files() expects 1 or 2 arguments (paths, optional concurrency_limit), got"
              + " {got}",
      errors = {
        "async_read_files() path at index I must be a string",
        "async_read_files() concurrency_limit must be > 0, got N",
        "Promise rejected: Failed to read file 'P' (index I): OSERR"
      },
      capability = Capability.FILESYSTEM_READ,
      resource = "paths",
      example = "await async_read_files([])",
      result = "[]")
  public static PromiseValue readFiles(
      NativeContext context,
      @Param(type = "array of string", ownership = Ownership.BORROWED, error = PATHS)
          ArrayValue paths,
      @Param(optional = true, type = "int", error = LIMIT) Object limit) {
    String[] names = NumberedFiles.texts(paths, "async_read_files() path");
    int atOnce = PoolSize.limit(context, "async_read_files", limit);
    FileAccess files = context.files("async_read_files").fromHere();
    return ExternalWork.startAll(
        context.scheduler(),
        names.length,
        atOnce,
        index -> NumberedFiles.readText(files, names[index], index));
  }

  @Native(
      name = "async_write_file",
      family = Family.ASYNC,
      doc = "Writes a text to a file, replacing what was there; the promise tells when it is done.",
      returns = "promise of true",
      arity = "async_write_file() expects 2 arguments (path, content), got {got}",
      errors = "Promise rejected: Failed to write file 'P': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "await async_write_file(\"n6.txt\", \"x\")",
      result = "true")
  public static PromiseValue writeFile(
      NativeContext context,
      @Param(error = "async_write_file() requires a string path argument") String path,
      @Param(error = "async_write_file() requires a string content argument") String content) {
    FileAccess files = context.files("async_write_file").fromHere();
    return ExternalWork.start(
        context.scheduler(),
        _ -> {
          byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
          NumberedFiles.write(files, path, NumberedFiles.ALONE, bytes);
          return true;
        });
  }

  @Native(
      name = "async_write_files",
      family = Family.ASYNC,
      doc = "Writes texts to several files, replacing what was there.",
      returns = "promise of array of true",
      arity =
          "async_write_files() expects 2 or 3 arguments (paths, contents, optional"
              + " concurrency_limit), got {got}",
      errors = {
        "async_write_files() paths and contents arrays must have the same length (paths=A,"
            + " contents=B)",
        "async_write_files() path at index I must be a string",
        "async_write_files() content at index I must be a string",
        "async_write_files() concurrency_limit must be > 0, got N",
        "Promise rejected: Failed to write file 'P' (index I): OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "paths",
      example = "await async_write_files([], [])",
      result = "[]")
  public static PromiseValue writeFiles(
      NativeContext context,
      @Param(type = "array of string", ownership = Ownership.BORROWED, error = PATHS)
          ArrayValue paths,
      @Param(
              type = "array of string",
              ownership = Ownership.BORROWED,
              error = "{name}() second argument must be an array of string contents")
          ArrayValue contents,
      @Param(optional = true, type = "int", error = LIMIT) Object limit) {
    if (paths.size != contents.size) {
      throw new RuffError(
          "async_write_files() paths and contents arrays must have the same length (paths=%d,"
                  .formatted(paths.size)
              + " contents=%d)".formatted(contents.size));
    }
    String[] names = NumberedFiles.texts(paths, "async_write_files() path");
    String[] texts = NumberedFiles.texts(contents, "async_write_files() content");
    int atOnce = PoolSize.limit(context, "async_write_files", limit);
    FileAccess files = context.files("async_write_files").fromHere();
    return ExternalWork.startAll(
        context.scheduler(),
        names.length,
        atOnce,
        index -> {
          byte[] bytes = texts[index].getBytes(StandardCharsets.UTF_8);
          NumberedFiles.write(files, names[index], index, bytes);
          return true;
        });
  }
}
