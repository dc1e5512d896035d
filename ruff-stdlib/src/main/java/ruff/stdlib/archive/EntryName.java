package ruff.stdlib.archive;

import ruff.value.RuffError;

/** Names of archive entries, which come from strangers. */
final class EntryName {
  private EntryName() {}

  /**
   * The path below the output folder that a name stands for, its parts separated by slashes.
   *
   * @throws RuffError for a name that could lead anywhere else
   */
  static String clean(String name) {
    if (name.isEmpty()) {
      throw new RuffError("Unsafe archive entry: empty path is not allowed");
    }
    if (name.indexOf('\0') >= 0) {
      throw unsafe(name, "null byte is not allowed");
    }
    if (isSlash(name.charAt(0))) {
      throw unsafe(name, "absolute path is not allowed");
    }
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from <= name.length()) {
      int end = endOfPart(name, from);
      addPart(path, name, name.substring(from, end));
      from = end + 1;
    }
    if (path.isEmpty()) {
      throw unsafe(name, "empty normalized path is not allowed");
    }
    return path.toString();
  }

  private static void addPart(StringBuilder path, String name, String part) {
    if (part.equals("..")) {
      throw unsafe(name, "parent directory traversal component is not allowed");
    }
    if (part.length() >= 2 && part.charAt(1) == ':' && isLetter(part.charAt(0))) {
      throw unsafe(name, "drive-prefixed path is not allowed");
    }
    if (!part.isEmpty() && !part.equals(".")) {
      path.append(path.isEmpty() ? "" : "/").append(part);
    }
  }

  private static int endOfPart(String name, int from) {
    int at = from;
    while (at < name.length() && !isSlash(name.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSlash(char character) {
    return character == '/' || character == '\\';
  }

  private static boolean isLetter(char character) {
    char lower = (char) (character | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  /** The error about an entry that is refused. */
  static RuffError unsafe(String name, String reason) {
    return new RuffError("Unsafe archive entry '" + name + "': " + reason);
  }
}
