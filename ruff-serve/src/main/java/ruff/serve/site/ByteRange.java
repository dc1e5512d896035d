package ruff.serve.site;

/** Which bytes of a file a request wants. */
sealed interface ByteRange {
  /** All of them, as without the header. */
  record Whole() implements ByteRange {}

  /** Those between two places, both included. */
  record Part(long first, long last) implements ByteRange {}

  /** None that there are, or none that can be told. */
  record Unsatisfiable() implements ByteRange {}

  Whole WHOLE = new Whole();
  Unsatisfiable UNSATISFIABLE = new Unsatisfiable();

  /** Largest number of digits that is read; longer numbers are beyond every file. */
  int MAX_DIGITS = 18;

  /**
   * Reads the header {@code Range} for a file of that length; other units than bytes mean nothing.
   */
  static ByteRange parse(String header, long length) {
    int equals = header.indexOf('=');
    String unit = (equals < 0 ? header : header.substring(0, equals)).strip();
    if (!unit.equalsIgnoreCase("bytes")) {
      return WHOLE;
    }
    String places = equals < 0 ? "" : header.substring(equals + 1).strip();
    int dash = places.indexOf('-');
    if (dash < 0 || length == 0) {
      return UNSATISFIABLE;
    }
    String first = places.substring(0, dash).strip();
    String last = places.substring(dash + 1).strip();
    if (first.isEmpty()) {
      long count = number(last);
      return count <= 0 ? UNSATISFIABLE : new Part(Math.max(0, length - count), length - 1);
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    return from < 0 || to < from || from >= length
        ? UNSATISFIABLE
        : new Part(from, Math.min(to, length - 1));
  }

  /** A number in decimal digits, or less than zero. */
  private static long number(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    if (digits.isEmpty()) {
      return -1;
    }
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
  }
}
