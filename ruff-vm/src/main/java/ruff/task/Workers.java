package ruff.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import ruff.interpreter.Strand;

/**
 * The threads on which spawned blocks, tasks, mapper calls and waiting async functions run. The
 * first ones are threads of the system: these share the processors fairly when all of them compute,
 * and their stacks are deep. They are used again. Beyond that threads are virtual, so that tens of
 * thousands can wait.
 */
public final class Workers {
  private static final int SYSTEM_THREADS = 256;
  private static final long STACK_BYTES = 256L << 20;
  private static final long IDLE_NANOS = 1_000_000_000;

  private final Deque<Worker> idle = new ArrayDeque<>();
  private int systemThreads;

  /** Runs something on a thread that does not keep the process alive. */
  void start(Runnable work) {
    Worker worker;
    boolean more = false;
    synchronized (this) {
      worker = idle.pollLast();
      if (worker == null && systemThreads < SYSTEM_THREADS) {
        systemThreads++;
        more = true;
      }
    }
    if (worker != null) {
      worker.take(work);
    } else if (!more || !startWorker(work)) {
      // Measured before there are virtual threads: these must not wait for classes to be loaded.
      VirtualStacks.calls();
      Thread.ofVirtual().start(work);
    }
  }

  /** Adapts the calls that a strand may nest to the stack of the thread that runs it, this one. */
  static void fit(Strand strand) {
    if (Thread.currentThread().isVirtual()) {
      strand.limitDepth(VirtualStacks.calls());
    }
  }

  private boolean startWorker(Runnable work) {
    try {
      Worker worker = new Worker(work);
      worker.thread.start();
      return true;
    } catch (OutOfMemoryError noMoreThreads) {
      leave();
      return false;
    }
  }

  private synchronized void leave() {
    systemThreads--;
  }

  /** Lets the threads end that have nothing to do. */
  public synchronized void dismissIdle() {
    idle.forEach(worker -> LockSupport.unpark(worker.thread));
  }

  /** A thread of the system. */
  private final class Worker implements Runnable {
    private final Thread thread =
        Thread.ofPlatform().daemon().name("ruff-worker").stackSize(STACK_BYTES).unstarted(this);
    private volatile Runnable work;

    Worker(Runnable first) {
      work = first;
    }

    void take(Runnable next) {
      work = next;
      LockSupport.unpark(thread);
    }

    @Override
    public void run() {
      try {
        while (work != null) {
          Runnable current = work;
          work = null;
          current.run();
          Thread.interrupted();
          awaitWork();
        }
      } finally {
        leave();
      }
    }

    /** Waits for more; there is none when it returns without any. */
    private void awaitWork() {
      synchronized (Workers.this) {
        idle.addLast(this);
      }
      Spin spin = new Spin();
      while (work == null) {
        if (!spin.again()) {
          LockSupport.parkNanos(this, IDLE_NANOS);
          if (work == null && retires()) {
            return;
          }
        }
      }
    }

    /** Whether it was still idle, so that nobody will bring work. */
    private boolean retires() {
      synchronized (Workers.this) {
        return idle.remove(this);
      }
    }
  }
}
