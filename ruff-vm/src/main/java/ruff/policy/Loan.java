package ruff.policy;

import java.util.concurrent.atomic.AtomicBoolean;

/** A part of a budget that is in use until it is given back; any number of threads may do that. */
public final class Loan implements AutoCloseable {
  private final Meter meter;
  private final Budget budget;
  private final AtomicBoolean returned = new AtomicBoolean();

  Loan(Meter meter, Budget budget) {
    this.meter = meter;
    this.budget = budget;
  }

  /** Gives it back; does nothing the second time. */
  @Override
  public void close() {
    if (returned.compareAndSet(false, true)) {
      meter.giveBack(budget);
    }
  }
}
