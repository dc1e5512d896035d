package ruff.serve.site;

import java.util.Locale;

/**
 * Which compressions a client takes.
 *
 * @param brotli whether {@code br} is among them
 * @param gzip whether {@code gzip} is among them
 */
record AcceptedCodings(boolean brotli, boolean gzip) {
  private static final AcceptedCodings NONE = new AcceptedCodings(false, false);

  /** Reads the header {@code Accept-Encoding}; null when there is none. */
  static AcceptedCodings parse(String header) {
    if (header == null) {
      return NONE;
    }
    Boolean brotli = null;
    Boolean gzip = null;
    boolean others = false;
    for (String item : header.split(",")) {
      String[] words = item.split(";");
      boolean wanted = isWanted(words);
      switch (words.length == 0 ? "" : words[0].strip().toLowerCase(Locale.ROOT)) {
        case "br" -> brotli = wanted;
        case "gzip", "x-gzip" -> gzip = wanted;
        case "*" -> others = wanted;
        default -> {}
      }
    }
    return new AcceptedCodings(brotli == null ? others : brotli, gzip == null ? others : gzip);
  }

  /** Whether the weight of an item is more than nothing; an unreadable weight counts as nothing. */
  private static boolean isWanted(String[] words) {
    for (int i = 1; i < words.length; i++) {
      String[] parameter = words[i].split("=", 2);
      if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("q")) {
        String weight = parameter[1].strip();
        return weight.matches("[01]?(\\.[0-9]*)?") && weight.matches(".*[1-9].*");
      }
    }
    return true;
  }
}
