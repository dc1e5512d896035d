package ruff.task;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of spawned blocks, tasks and mapper calls. The first ones get threads of the system:
 * these share the processors fairly when all of them compute, and their stacks are deep. Beyond
 * that threads are virtual, so that tens of thousands can wait.
 */
public final class Workers {
  private static final int SYSTEM_THREADS = 64;
  private static final long STACK_BYTES = 256L << 20;

  private final AtomicInteger systemThreads = new AtomicInteger();

  /** Runs something on a thread that does not keep the process alive. */
  void start(Runnable work) {
    if (systemThreads.incrementAndGet() > SYSTEM_THREADS || !startOnSystem(work)) {
      systemThreads.decrementAndGet();
      Thread.ofVirtual().start(work);
    }
  }

  private boolean startOnSystem(Runnable work) {
    Runnable counted =
        () -> {
          try {
            work.run();
          } finally {
            systemThreads.decrementAndGet();
          }
        };
    try {
      Thread.ofPlatform().daemon().name("ruff-worker").stackSize(STACK_BYTES).start(counted);
      return true;
    } catch (OutOfMemoryError noMoreThreads) {
      return false;
    }
  }
}
