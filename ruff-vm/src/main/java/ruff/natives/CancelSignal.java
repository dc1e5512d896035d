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

  /** What natives that work for long without calling anybody have to ask once in a while. */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelSignal();
    }
  }
}
