package ruff.policy;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;

/**
 * What one run of a program has used of its budgets. As soon as one is used up, the run is over:
 * every later use ends in the same signal, on whatever thread.
 */
public final class Meter {
  /** For programs without any budget. */
  public static final Meter UNLIMITED = new Meter(Limits.NONE, _ -> {});

  private static final int STEPS = Budget.STEPS.ordinal();

  private final Limits limits;
  private final Consumer<String> onExceeded;
  private final AtomicLongArray used = new AtomicLongArray(Budget.values().length);
  private final long maxSteps;

  /** The message that the run ends with, once it is over. */
  private volatile String exceeded;

  /**
   * @param onExceeded told the message once, by the thread that finds out; it may end the process
   */
  public Meter(Limits limits, Consumer<String> onExceeded) {
    this.limits = limits;
    this.onExceeded = onExceeded;
    this.maxSteps = limits.of(Budget.STEPS);
  }

  public Limits limits() {
    return limits;
  }

  /** Whether code has to call {@link #step}, to be counted or to notice that the run is over. */
  public boolean countsSteps() {
    return limits.has(Budget.STEPS) || limits.has(Budget.TIME) || limits.has(Budget.MEMORY);
  }

  /** Counts one call or one turn of a loop. */
  public void step() {
    if (exceeded != null) {
      check();
    }
    if (used.incrementAndGet(STEPS) > maxSteps) {
      exceed(Budget.STEPS);
    }
  }

  /**
   * Uses some of a budget.
   *
   * @throws BudgetSignal when there is not so much left, or the run is over
   */
  public void use(Budget budget, long amount) {
    if (!limits.any()) {
      return;
    }
    check();
    if (used.addAndGet(budget.ordinal(), amount) > limits.of(budget)) {
      exceed(budget);
    }
  }

  /**
   * Uses one of a budget for a while.
   *
   * @throws BudgetSignal when there is none left, or the run is over
   */
  public Loan borrow(Budget budget) {
    use(budget, 1);
    return new Loan(this, budget);
  }

  /** Borrows for somebody outside, who must not be able to end the run: null when none is left. */
  public Loan borrowIfLeft(Budget budget) {
    if (limits.any() && used.incrementAndGet(budget.ordinal()) > limits.of(budget)) {
      giveBack(budget);
      return null;
    }
    return new Loan(this, budget);
  }

  void giveBack(Budget budget) {
    if (limits.any()) {
      used.decrementAndGet(budget.ordinal());
    }
  }

  /**
   * @throws BudgetSignal when the run is over
   */
  public void check() {
    String message = exceeded;
    if (message != null) {
      throw new BudgetSignal(message);
    }
  }

  private void exceed(Budget budget) {
    end(budget);
    check();
  }

  /** Ends the run because a budget is used up; says with what signal. */
  public synchronized BudgetSignal end(Budget budget) {
    if (exceeded == null) {
      String message = budget.message(limits.of(budget));
      // Told first: until then no other thread sees that the run is over, and nobody else reports
      // it.
      onExceeded.accept(message);
      exceeded = message;
    }
    return new BudgetSignal(exceeded);
  }
}
