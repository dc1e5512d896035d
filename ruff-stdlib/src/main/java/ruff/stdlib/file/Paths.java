package ruff.stdlib.file;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.RuffError;
import ruff.value.Text;

/** Natives that take paths apart and put them together as text. */
public final class Paths {
  private static final String PATH_ARITY = "{name}() expects 1 argument (path), got {got}";
  private static final String PATH_ERROR = "{name} requires a string argument (path)";
  private static final String NO_PARTS = "{name} requires at least one string argument";
  private static final String FIRST_PART = "{name} argument 1 must be a string";
  private static final String PART = " argument I must be a string";

  private Paths() {}

  @Native(
      name = "join_path",
      family = Family.FILE,
      signatures = "join_path(part: string, ...)",
      doc = "Puts parts of a path together with one slash between them; an absolute part restarts.",
      returns = "string",
      tooFew = NO_PARTS,
      errors = "join_path" + PART,
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "join_path(\"a\", \"b.txt\")",
      result = "a/b.txt")
  public static String joinPath(@Param(error = FIRST_PART) String part, Object... parts) {
    return join("join_path", part, parts);
  }

  @Native(
      name = "path_join",
      family = Family.FILE,
      signatures = "path_join(part: string, ...)",
      doc = "The same as join_path.",
      returns = "string",
      tooFew = NO_PARTS,
      errors = "path_join" + PART,
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "path_join(\"a\", \"b.txt\")",
      result = "a/b.txt")
  public static String pathJoin(@Param(error = FIRST_PART) String part, Object... parts) {
    return join("path_join", part, parts);
  }

  private static String join(String name, String first, Object[] parts) {
    StringBuilder path = new StringBuilder(first);
    for (int i = 0; i < parts.length; i++) {
      if (!Text.isText(parts[i])) {
        throw new RuffError(name + " argument " + (i + 2) + " must be a string");
      }
      String part = Text.of(parts[i]);
      if (part.startsWith("/")) {
        path.setLength(0);
      } else if (!path.isEmpty() && path.charAt(path.length() - 1) != '/') {
        path.append('/');
      }
      path.append(part);
    }
    return path.toString();
  }

  @Native(
      name = "dirname",
      family = Family.FILE,
      doc = "The path without its last component, empty when there is only one.",
      returns = "string",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "dirname(\"/a/b.txt\")",
      result = "/a")
  public static String dirname(String path) {
    int end = trimmed(path, path.length());
    int parent = trimmed(path, path.lastIndexOf('/', end - 1) + 1);
    return parent == 0 && path.startsWith("/") ? "/" : path.substring(0, parent);
  }

  @Native(
      name = "basename",
      family = Family.FILE,
      doc = "The last component of a path, empty for /, . and ...",
      returns = "string",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "basename(\"/a/b.txt\")",
      result = "b.txt")
  public static String basename(String path) {
    int end = trimmed(path, path.length());
    String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    return name.equals(".") || name.equals("..") ? "" : name;
  }

  /** Where a path ends before slashes and single dots at {@code end}; 0 for the root. */
  private static int trimmed(String path, int end) {
    int at = end;
    while (at > 0) {
      if (path.charAt(at - 1) == '/') {
        at--;
      } else if (at > 1 && path.charAt(at - 1) == '.' && path.charAt(at - 2) == '/') {
        at -= 2;
      } else {
        return at;
      }
    }
    return at;
  }

  @Native(
      name = "path_extension",
      family = Family.FILE,
      doc = "What stands behind the last dot of a path's last component, unless that dot is first.",
      returns = "string",
      arity = PATH_ARITY,
      error = PATH_ERROR,
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "path_extension(\"a.tar.gz\")",
      result = "gz")
  public static String pathExtension(String path) {
    String name = basename(path);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }
}
