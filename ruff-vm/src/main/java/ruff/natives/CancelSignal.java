package ruff.natives;

/**
 * Ends a task, a spawned block or the whole run from outside, where it waits. No program can catch
 * it; a native whose waiting is interrupted throws it.
 */
public final class CancelSignal extends Error {
  private static final long serialVersionUID = 1L;

  public CancelSignal() {
    super("cancelled", null, false, false);
  }
}
