package ruff.natives;

/** Ends the program on its own wish. No program can catch it, only whoever runs the program. */
public final class ExitSignal extends Error {
  private final int status;

  /**
   * @param status 0 to 255
   */
  public ExitSignal(int status) {
    super("exit " + status, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
