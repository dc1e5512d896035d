package ruff.host;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of day, a stopwatch, and waiting. */
public interface HostClock {
  /** The clock of the machine. */
  HostClock SYSTEM = new SystemClock();

  Instant now();

  /** Nanoseconds since an arbitrary moment; never goes backwards. */
  long nanoTime();

  /**
   * Waits.
   *
   * @param nanos zero or less does not wait
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void sleep(long nanos) throws InterruptedException;

  /** The clock of the machine. */
  final class SystemClock implements HostClock {
    private SystemClock() {}

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(nanos);
    }
  }
}
