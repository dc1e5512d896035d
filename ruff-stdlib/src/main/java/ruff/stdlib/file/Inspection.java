package ruff.stdlib.file;

import java.io.IOException;
import ruff.host.FileAccess;
import ruff.host.FileFacts;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.value.DictValue;
import ruff.value.Ints;

/** Natives that tell what is at a path. */
public final class Inspection {
  private static final String FILE_ERROR = "{name} requires a string path argument";
  private static final String PATH_ARITY = "{name}() expects 1 argument (path), got {got}";
  private static final String PATH_ERROR = "{name} requires a string argument (path)";

  private Inspection() {}

  @Native(
      name = "file_exists",
      family = Family.FILE,
      doc = "Whether there is a file or folder at a path, links followed.",
      returns = "bool",
      arity = FILE_ERROR,
      error = FILE_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "file_exists(\"abc.txt\")",
      result = "true")
  public static boolean fileExists(NativeContext context, String path) {
    return context.files("file_exists").exists(path);
  }

  @Native(
      name = "path_exists",
      family = Family.FILE,
      doc = "Whether there is anything at a path, links followed.",
      returns = "bool",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "path_exists(\"abc.txt\")",
      result = "true")
  public static boolean pathExists(NativeContext context, String path) {
    return context.files("path_exists").exists(path);
  }

  @Native(
      name = "path_is_dir",
      family = Family.FILE,
      doc = "Whether there is a folder at a path, links followed.",
      returns = "bool",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "path_is_dir(\"sub\")",
      result = "true")
  public static boolean pathIsDir(NativeContext context, String path) {
    FileFacts facts = factsOrNull(context.files("path_is_dir"), path);
    return facts != null && facts.isFolder();
  }

  @Native(
      name = "path_is_file",
      family = Family.FILE,
      doc = "Whether there is a regular file at a path, links followed.",
      returns = "bool",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "path_is_file(\"abc.txt\")",
      result = "true")
  public static boolean pathIsFile(NativeContext context, String path) {
    FileFacts facts = factsOrNull(context.files("path_is_file"), path);
    return facts != null && facts.isFile();
  }

  private static FileFacts factsOrNull(FileAccess files, String path) {
    try {
      return files.facts(path);
    } catch (IOException missing) {
      return null;
    }
  }

  @Native(
      name = "path_is_symlink",
      family = Family.FILE,
      doc = "Whether a path is itself a symbolic link.",
      returns = "bool",
      arity = Native.PLURAL,
      error = PATH_ERROR,
      errors = "Cannot inspect symlink status for 'P': OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "path_is_symlink(\"abc.txt\")",
      result = "false")
  public static boolean pathIsSymlink(NativeContext context, String path) {
    try {
      return context.files("path_is_symlink").linkFacts(path).isLink();
    } catch (IOException failure) {
      throw FileErrors.cannot("inspect symlink status for", path, failure);
    }
  }

  @Native(
      name = "path_absolute",
      family = Family.FILE,
      doc = "The absolute path of something that exists, links resolved.",
      returns = "string",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      errors = "Cannot get absolute path for 'P': OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "path_absolute(\".\") == os_getcwd()",
      result = "true")
  public static String pathAbsolute(NativeContext context, String path) {
    try {
      return context.files("path_absolute").realPath(path);
    } catch (IOException failure) {
      throw FileErrors.cannot("get absolute path for", path, failure);
    }
  }

  @Native(
      name = "file_size",
      family = Family.FILE,
      doc = "The size of a file in bytes.",
      returns = "int",
      arity = FILE_ERROR,
      error = FILE_ERROR,
      errors = "Cannot get file size for 'P': OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "file_size(\"abc.txt\")",
      result = "3")
  public static long fileSize(NativeContext context, String path) {
    try {
      return context.files("file_size").facts(path).size();
    } catch (IOException failure) {
      throw FileErrors.cannot("get file size for", path, failure);
    }
  }

  @Native(
      name = "io_file_metadata",
      family = Family.FILE,
      doc =
          "The size and kind of a file or folder and its times in seconds since 1970, links"
              + " followed.",
      returns =
          "dict {size: int, is_file: bool, is_dir: bool, readonly: bool, modified: int, created:"
              + " int, accessed: int}",
      arity = FILE_ERROR,
      error = FILE_ERROR,
      errors = "Cannot get metadata for 'P': OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "io_file_metadata(\"abc.txt\")[\"size\"]",
      result = "3")
  public static DictValue metadata(NativeContext context, String path) {
    try {
      return dict(context.files("io_file_metadata").facts(path));
    } catch (IOException failure) {
      throw FileErrors.cannot("get metadata for", path, failure);
    }
  }

  private static DictValue dict(FileFacts facts) {
    DictValue dict = new DictValue();
    dict.put("size", Ints.box(facts.size()));
    dict.put("is_file", facts.isFile());
    dict.put("is_dir", facts.isFolder());
    dict.put("readonly", facts.isReadOnly());
    dict.put("modified", Ints.box(facts.modified()));
    dict.put("created", Ints.box(facts.created()));
    dict.put("accessed", Ints.box(facts.accessed()));
    return dict;
  }
}
