package ruff.jit;

import ruff.host.HostClock;

/**
 * How long compiling may take: at first as long as it wants, then a share of the time for which the
 * program has been running. So a program with thousands of hot functions is slowed down by a
 * bounded factor while they are compiled one after the other. Time is spent by one thread at a
 * time.
 */
public final class CompileTime {
  /** Nanoseconds that do not count; enough for hundreds of functions. */
  private static final long ALLOWANCE = 2_000_000_000L;

  /** One part in so many of the time since the beginning. */
  private static final int SHARE = 4;

  /** The same for code that only takes the place of other code. */
  private static final int SMALL_SHARE = 10;

  private final HostClock clock;
  private final long begun;
  private volatile long spent;

  public CompileTime(HostClock clock) {
    this.clock = clock;
    this.begun = clock.nanoTime();
  }

  /** Whether something more may be compiled now. */
  boolean isLeft() {
    return spent <= ALLOWANCE || spent - ALLOWANCE <= (now() - begun) / SHARE;
  }

  /**
   * Whether so little has been spent that code may be compiled that only makes good code better.
   */
  boolean isPlenty() {
    return spent <= (now() - begun) / SMALL_SHARE;
  }

  void spend(long nanos) {
    spent += nanos;
  }

  long now() {
    return clock.nanoTime();
  }
}
