package ruff.stdlib.crypto;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import ruff.natives.CancelSignal;

/**
 * A comparison that may take days and that nothing can stop: it runs in a thread of its own, so
 * that a program which has to end does not wait for it. There is one at a time, behind everything
 * else, so that programs which are ended again and again leave no more than one.
 */
final class CostlyComparison {
  private static final Semaphore TURN = new Semaphore(1);

  private CostlyComparison() {}

  static boolean run(Callable<Boolean> comparison) {
    try {
      TURN.acquire();
      FutureTask<Boolean> task = new FutureTask<>(() -> released(comparison));
      Thread.ofPlatform().daemon().name("ruff-password").priority(Thread.MIN_PRIORITY).start(task);
      return task.get();
    } catch (InterruptedException ended) {
      throw new CancelSignal();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static boolean released(Callable<Boolean> comparison) throws Exception {
    try {
      return comparison.call();
    } finally {
      TURN.release();
    }
  }
}
