package ruff.host;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import ruff.policy.Budget;
import ruff.policy.Limits;

/**
 * Watches from a thread of its own what nobody can count: the time that passes and the memory that
 * is in use. Tells once which of the two has run out, and ends.
 */
public final class Watchdog {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** The heap may hold so much garbage more before it is looked at again. */
  private static final long SLACK_BYTES = 8L << 20;

  private final Limits limits;
  private final long start;
  private final Consumer<Budget> onExceeded;
  private volatile boolean stopped;
  private long lookFrom;

  private Watchdog(Limits limits, long start, Consumer<Budget> onExceeded) {
    this.limits = limits;
    this.start = start;
    this.onExceeded = onExceeded;
    this.lookFrom = limits.of(Budget.MEMORY);
  }

  /** Whether there is a limit of that kind. */
  public static boolean isNeeded(Limits limits) {
    return limits.has(Budget.TIME) || limits.has(Budget.MEMORY);
  }

  /**
   * The time begins now.
   *
   * @param onExceeded called by the thread of the watchdog
   */
  public static Watchdog start(Limits limits, Consumer<Budget> onExceeded) {
    return start(limits, System.nanoTime(), onExceeded);
  }

  /**
   * @param start when the time began, as {@link System#nanoTime} tells it
   * @param onExceeded called by the thread of the watchdog
   */
  public static Watchdog start(Limits limits, long start, Consumer<Budget> onExceeded) {
    Watchdog watchdog = new Watchdog(limits, start, onExceeded);
    Thread thread = Thread.ofPlatform().daemon().name("ruff-watchdog").unstarted(watchdog::watch);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
    return watchdog;
  }

  public void stop() {
    stopped = true;
  }

  private void watch() {
    long millis = limits.of(Budget.TIME);
    long nanos = millis > Long.MAX_VALUE / 1_000_000 ? Long.MAX_VALUE : millis * 1_000_000;
    boolean watchesHeap = limits.has(Budget.MEMORY);
    while (!stopped) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        onExceeded.accept(Budget.TIME);
        return;
      }
      if (watchesHeap && isHeapFull()) {
        onExceeded.accept(Budget.MEMORY);
        return;
      }
      LockSupport.parkNanos(this, Math.min(left, LOOK_NANOS));
    }
  }

  /**
   * Whether what is alive is too much. Garbage does not count, so when the heap looks full it is
   * collected first; then it may grow for a while before that is done again.
   */
  private boolean isHeapFull() {
    if (used() <= lookFrom) {
      return false;
    }
    System.gc();
    long alive = used();
    long limit = limits.of(Budget.MEMORY);
    lookFrom = Math.max(limit, alive + SLACK_BYTES);
    return alive > limit;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
