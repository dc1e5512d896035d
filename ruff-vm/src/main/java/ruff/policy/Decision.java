package ruff.policy;

/** The answer of a {@link Policy} to one request. */
public sealed interface Decision {
  Decision ALLOWED = new Allowed();

  record Allowed() implements Decision {}

  /**
   * @param message the text of the error that the program sees
   */
  record Denied(String message) implements Decision {}
}
