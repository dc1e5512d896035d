package ruff.host.net;

/** The network was not to be used, or not in this way; the message is all that the program sees. */
public final class NetworkFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public NetworkFailure(String message) {
    super(message, null, false, false);
  }
}
