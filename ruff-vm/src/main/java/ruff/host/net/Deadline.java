package ruff.host.net;

/** A moment at which something is given up. */
public final class Deadline {
  /** So far away that it never comes, but sums of it do not overflow. */
  private static final long LONGEST = Long.MAX_VALUE / 4;

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The moment that many nanoseconds from now. */
  public static Deadline in(long nanos) {
    return new Deadline(System.nanoTime() + Math.min(nanos, LONGEST));
  }

  /** How long it is until then; zero or less when it has passed. */
  public long remainingNanos() {
    return nanoTime - System.nanoTime();
  }
}
