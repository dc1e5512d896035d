package ruff.stdlib.token;

/** A token cannot be trusted; the message says why, such as {@code InvalidSignature}. */
final class InvalidToken extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidToken(String reason) {
    super(reason, null, false, false);
  }
}
