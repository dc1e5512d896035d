package ruff.stdlib.database;

/** A connection that could not be made; the message is a reason in a program's words. */
final class ConnectFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean inAddress;

  private ConnectFailure(String message, boolean inAddress) {
    super(message, null, false, false);
    this.inAddress = inAddress;
  }

  /** A text that says where to connect to, and that nobody can follow. */
  static ConnectFailure badAddress(String reason) {
    return new ConnectFailure(reason, true);
  }

  static ConnectFailure refused(String reason) {
    return new ConnectFailure(reason, false);
  }

  /** Whether nothing was tried, since the text itself is wrong. */
  boolean isInAddress() {
    return inAddress;
  }
}
