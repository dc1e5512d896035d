package ruff.stdlib.file;

import java.io.IOException;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.value.ArrayValue;
import ruff.value.RuffError;

/** Natives for folders. */
public final class Folders {
  private static final String PATH_ERROR = "{name} requires a string path argument";
  private static final String OS_ARITY = "{name}() expects 1 argument (path), got {got}";
  private static final String OS_ERROR = "{name} requires a string argument (path)";

  private Folders() {}

  @Native(
      name = "list_dir",
      family = Family.FILE,
      doc =
          "The names in a folder in the order of their bytes; names that are no UTF-8 are left"
              + " out.",
      returns = "array of string",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = "Cannot list directory 'P': OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = "path",
      example = "list_dir(\"sub\")",
      result = "[x.txt]")
  public static ArrayValue listDir(NativeContext context, String path) {
    try {
      return ArrayValue.of(context.files("list_dir").list(path).toArray());
    } catch (IOException failure) {
      throw FileErrors.cannot("list directory", path, failure);
    }
  }

  @Native(
      name = "create_dir",
      family = Family.FILE,
      doc = "Makes a folder and those above it; one that exists is fine.",
      returns = "bool true",
      arity = PATH_ERROR,
      error = PATH_ERROR,
      errors = "Cannot create directory 'P': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "create_dir(\"nd/e\")",
      result = "true")
  public static boolean createDir(NativeContext context, String path) {
    try {
      context.files("create_dir").createFolder(path);
      return true;
    } catch (IOException failure) {
      throw FileErrors.cannot("create directory", path, failure);
    }
  }

  @Native(
      name = "os_rmdir",
      family = Family.FILE,
      doc = "Deletes an empty folder.",
      returns = "bool true",
      arity = OS_ARITY,
      error = OS_ERROR,
      errors = "Cannot remove directory 'P': OSERR",
      capability = Capability.FILESYSTEM_DELETE,
      resource = "path",
      example = "os_rmdir(\"empty\")",
      result = "true")
  public static boolean rmdir(NativeContext context, String path) {
    try {
      context.files("os_rmdir").deleteFolder(path);
      return true;
    } catch (IOException failure) {
      throw FileErrors.cannot("remove directory", path, failure);
    }
  }

  @Native(
      name = "os_getcwd",
      family = Family.FILE,
      doc = "The folder that relative paths start from, as an absolute path.",
      returns = "string",
      arity = "os_getcwd() expects 0 arguments, got {got}",
      errors = "Cannot get current directory: OSERR",
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "starts_with(os_getcwd(), \"/\")",
      result = "true")
  public static String getcwd(NativeContext context) {
    try {
      return context.files("os_getcwd").workingDirectory();
    } catch (IOException failure) {
      throw new RuffError("Cannot get current directory: " + FileErrors.words(failure));
    }
  }

  @Native(
      name = "os_chdir",
      family = Family.FILE,
      doc = "Changes the folder that relative paths start from, for the program and its children.",
      returns = "bool true",
      arity = OS_ARITY,
      error = OS_ERROR,
      errors = "Cannot change directory to 'P': OSERR",
      capability = Capability.FILESYSTEM_WRITE,
      resource = "path",
      example = "os_chdir(\".\")",
      result = "true")
  public static boolean chdir(NativeContext context, String path) {
    try {
      context.files("os_chdir").enter(path);
      return true;
    } catch (IOException failure) {
      throw FileErrors.cannot("change directory to", path, failure);
    }
  }
}
