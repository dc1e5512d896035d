package ruff.stdlib.regex;

/** A pattern breaks the rules of the dialect. */
final class InvalidPattern extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidPattern(String reason) {
    super(reason, null, false, false);
  }
}
