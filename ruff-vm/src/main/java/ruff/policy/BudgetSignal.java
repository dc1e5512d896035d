package ruff.policy;

/** Ends a program that has used up a budget. No program can catch it. */
public final class BudgetSignal extends Error {
  private static final long serialVersionUID = 1L;

  public BudgetSignal(String message) {
    super(message, null, false, false);
  }
}
