package ruff.stdlib.json;

/**
 * A text is not JSON. The message holds reason and position, such as {@code expected value at line
 * 1 column 2}.
 */
public final class InvalidJson extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidJson(String message) {
    super(message, null, false, false);
  }
}
