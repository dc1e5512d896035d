package ruff.serve.site;

/** Tags of versions of files, and lists of them in requests. */
final class EntityTags {
  private EntityTags() {}

  /** The tag of a file with that length and time of change in seconds. */
  static String of(long length, long seconds) {
    return "W/\"" + Long.toHexString(length) + "-" + Long.toHexString(seconds) + "\"";
  }

  /** Whether the header {@code If-None-Match} names a tag, strength left aside, or all of them. */
  static boolean anyMatches(String header, String tag) {
    if (header.strip().equals("*")) {
      return true;
    }
    String opaque = opaque(tag);
    int at = 0;
    while (at < header.length()) {
      int open = header.indexOf('"', at);
      int close = open < 0 ? -1 : header.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      if (header.substring(open, close + 1).equals(opaque)) {
        return true;
      }
      at = close + 1;
    }
    return false;
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
