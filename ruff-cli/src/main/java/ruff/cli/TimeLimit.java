package ruff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ruff.cli.RunRequest.Errors;
import ruff.host.Output;
import ruff.host.RunningChildren;
import ruff.host.Watchdog;
import ruff.policy.Budget;
import ruff.policy.Limits;

/** Watches time and memory of a program that has the process to itself. */
final class TimeLimit {
  /** What the system tells about the calling thread, and where the time of its start stands. */
  private static final Path THREAD = Path.of("/proc/thread-self/stat");

  private static final int START_FIELD = 22;
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** A start that is further away is a mistake of the clock: the machine has slept, say. */
  private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** What has been printed so long before the end comes out, if Java does not stand still. */
  private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  /** Opens when the deadline has been set; null where there is none. */
  private static CountDownLatch deadlineSet;

  private TimeLimit() {}

  /**
   * Returns when the deadline has been set, if there is one. A program that runs earlier can keep
   * it from being set: one that fills the memory leaves other threads little time between
   * collections.
   */
  static void awaitDeadline() {
    if (deadlineSet != null) {
      try {
        deadlineSet.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Begins to watch, where there is a limit. The time is that of the process, where it is ours: it
   * began with the thread that calls this, which is the first one of the JVM.
   */
  static void watch(Limits limits, Streams streams, BackgroundReport report, Errors errors) {
    if (!Watchdog.isNeeded(limits)) {
      return;
    }
    long start = System.nanoTime() - (streams.ownsProcess() ? age() : 0);
    Watchdog.start(limits, start, budget -> report.exceeded(budget.message(limits.of(budget))));
    if (streams.ownsProcess() && limits.has(Budget.TIME)) {
      CountDownLatch set = new CountDownLatch(1);
      deadlineSet = set;
      long millis = limits.of(Budget.TIME);
      Runnable work =
          () -> {
            try {
              setDeadline(millis, start, report, errors);
            } finally {
              set.countDown();
            }
            RunningChildren.prepare();
            flushAgainAndAgain(streams.host().stdout());
          };
      Thread.ofPlatform().daemon().name("ruff-deadline").start(work);
    }
  }

  private static void setDeadline(long millis, long start, BackgroundReport report, Errors errors) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    String text = report.text(Budget.TIME.message(millis));
    Deadline.Stream stream = errors == Errors.TEXT ? Deadline.Stream.ERROR : Deadline.Stream.OUTPUT;
    Deadline.saying(text, stream).ifPresent(deadline -> ProcessEnd.arm(deadline, start + nanos));
  }

  private static void flushAgainAndAgain(Output output) {
    while (true) {
      LockSupport.parkNanos(FLUSH_NANOS);
      output.flush();
    }
  }

  /** How long this thread has lived, 0 where nobody knows. */
  private static long age() {
    try {
      String facts = Files.readString(THREAD);
      // The name of the thread, in parentheses, may hold blanks.
      String[] fields = facts.substring(facts.lastIndexOf(')') + 2).split(" ");
      long age = System.nanoTime() - Long.parseLong(fields[START_FIELD - 3]) * TICK_NANOS;
      return age > 0 && age < LONGEST_START_NANOS ? age : 0;
    } catch (IOException | RuntimeException unknown) {
      return 0;
    }
  }
}
