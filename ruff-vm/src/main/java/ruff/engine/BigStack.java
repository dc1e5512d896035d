package ruff.engine;

import java.util.function.Supplier;

/**
 * Runs code on a thread with a stack that holds the deepest program. Recursion of programs is
 * recursion of the interpreter, so the stack sets its limit; memory that is not reached is never
 * used.
 */
final class BigStack {
  private static final long BYTES = 512L << 20;

  private BigStack() {}

  static <T> T call(Supplier<T> work) {
    Task<T> task = new Task<>(work);
    Thread thread = new Thread(null, task, "ruff", BYTES);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException wish) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return task.outcome();
  }

  private static final class Task<T> implements Runnable {
    private final Supplier<T> work;
    private T result;
    private Throwable failure;

    Task(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      }
    }

    T outcome() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      return result;
    }
  }
}
