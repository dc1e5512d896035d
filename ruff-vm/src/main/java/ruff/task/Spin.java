package ruff.task;

/** A short while of looking again before a thread parks, for what is about to happen at once. */
final class Spin {
  private static final int TURNS = Runtime.getRuntime().availableProcessors() > 1 ? 100 : 0;

  private int left = TURNS;

  /** Lets a moment pass; false when it is time to park. */
  boolean again() {
    if (left == 0) {
      return false;
    }
    left--;
    Thread.onSpinWait();
    return true;
  }
}
