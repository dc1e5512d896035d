package ruff.engine;

/** Hears of what ends a spawned block; called by the thread that it happens on. */
public interface BackgroundListener {
  /** An error that the block did not catch; the program goes on. */
  void failed(Failure failure);

  /**
   * The block asked the program to end.
   *
   * @param status 0 to 255
   */
  void exited(int status);

  /**
   * The program has used up a budget; it ends as soon as it can be stopped. Whoever owns the whole
   * process may end that here.
   *
   * @param message what the run fails with
   */
  default void exceeded(String message) {}
}
