package ruff.stdlib.encoding;

/** A text is not base64; the message says why, such as {@code Invalid padding}. */
public final class InvalidBase64 extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidBase64(String reason) {
    super(reason, null, false, false);
  }
}
