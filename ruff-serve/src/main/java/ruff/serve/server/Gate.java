package ruff.serve.server;

import java.util.concurrent.atomic.AtomicLong;

/** Counts requests that are being handled, and lets no more in than agreed. */
final class Gate {
  private final long limit;
  private final AtomicLong inside = new AtomicLong();

  Gate(long limit) {
    this.limit = limit;
  }

  boolean enter() {
    if (inside.incrementAndGet() > limit) {
      inside.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    inside.decrementAndGet();
  }

  boolean isEmpty() {
    return inside.get() == 0;
  }
}
