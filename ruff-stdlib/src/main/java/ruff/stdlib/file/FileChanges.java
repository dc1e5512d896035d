package ruff.stdlib.file;

import java.io.IOException;
import java.io.InputStream;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.value.RuffError;

/** Natives that delete, rename and copy files. */
public final class FileChanges {
  private static final String DELETE_ERROR = "delete_file requires a string path argument";

  private FileChanges() {}

  @Native(
      name = "delete_file",
      family = Family.FILE,
      doc = "Deletes a file, or a link to one.",
      returns = "bool true",
      arity = DELETE_ERROR,
      error = DELETE_ERROR,
      errors = {"Cannot delete file 'P': path is a directory", "Cannot delete file 'P': OSERR"},
      capability = Capability.FILESYSTEM_DELETE,
      resource = "path",
      example = "delete_file(\"gone.txt\")",
      result = "true")
  public static boolean deleteFile(NativeContext context, String path) {
    FileAccess files = context.files("delete_file");
    try {
      if (files.deletesFolder(path)) {
        throw new RuffError("Cannot delete file '" + path + "': path is a directory");
      }
      files.delete(path);
      return true;
    } catch (IOException failure) {
      throw FileErrors.cannot("delete file", path, failure);
    }
  }

  @Native(
      name = "rename_file",
      family = Family.FILE,
      doc = "Gives a file or folder another path on the same file system, replacing a file there.",
      returns = "bool true",
      arity = "rename_file requires two arguments: old_path and new_path",
      error = "rename_file requires string arguments",
      errors = "Cannot rename file 'A' to 'B': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"old_path", "new_path"},
      example = "rename_file(\"mv.txt\", \"mv2.txt\")",
      result = "true")
  public static boolean renameFile(NativeContext context, String oldPath, String newPath) {
    try {
      context.files("rename_file").rename(oldPath, newPath);
      return true;
    } catch (IOException failure) {
      throw FileErrors.cannot("rename file '" + oldPath + "' to", newPath, failure);
    }
  }

  @Native(
      name = "copy_file",
      family = Family.FILE,
      doc = "Copies a file with its permission bits, replacing a file that is there.",
      returns = "bool true",
      arity = "copy_file requires two arguments: source and dest",
      error = "copy_file requires string arguments",
      errors = {
        "Cannot copy file 'A' to 'B': the source path is neither a regular file nor a symlink to a"
            + " regular file",
        "Cannot copy file 'A' to 'B': source and destination are the same file",
        "Cannot copy file 'A' to 'B': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"source", "dest"},
      example = "copy_file(\"abc.txt\", \"cp.txt\")",
      result = "true")
  public static boolean copyFile(NativeContext context, String source, String dest) {
    FileAccess files = context.files("copy_file");
    String beginning = "copy file '" + source + "' to";
    try {
      if (!files.sourceFacts(source).isFile()) {
        throw refused(
            source,
            dest,
            "the source path is neither a regular file nor a symlink to a regular file");
      }
      if (files.isSame(source, dest)) {
        throw refused(source, dest, "source and destination are the same file");
      }
      copy(files, source, dest);
      return true;
    } catch (IOException failure) {
      throw FileErrors.cannot(beginning, dest, failure);
    }
  }

  private static RuffError refused(String source, String dest, String reason) {
    return new RuffError("Cannot copy file '" + source + "' to '" + dest + "': " + reason);
  }

  private static void copy(FileAccess files, String source, String dest) throws IOException {
    try (OpenFile from = files.openSource(source);
        OpenFile to = files.replace(dest)) {
      files.preserveMode(source, dest);
      try (InputStream bytes = from.input()) {
        bytes.transferTo(to.output());
      } catch (IOException failure) {
        files.discard(dest);
        throw failure;
      }
    }
  }
}
