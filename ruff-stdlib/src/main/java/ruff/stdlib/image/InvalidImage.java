package ruff.stdlib.image;

/** A picture that cannot be read or written; the message says why. */
final class InvalidImage extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidImage(String message) {
    super(message, null, false, false);
  }
}
