package ruff.policy;

import java.util.Arrays;
import java.util.Map;

/** How much of everything a program may use. Immutable. */
public final class Limits {
  /** As much as there is. */
  public static final Limits NONE = new Limits(Map.of());

  private static final long UNLIMITED = Long.MAX_VALUE;

  private final long[] limits = new long[Budget.values().length];
  private final boolean any;

  /**
   * @param limits at least zero each
   */
  public Limits(Map<Budget, Long> limits) {
    Arrays.fill(this.limits, UNLIMITED);
    limits.forEach((budget, limit) -> this.limits[budget.ordinal()] = limit);
    this.any = !limits.isEmpty();
  }

  /** Whether there is any limit. */
  public boolean any() {
    return any;
  }

  public boolean has(Budget budget) {
    return limits[budget.ordinal()] != UNLIMITED;
  }

  /** The limit, a very large number when there is none. */
  public long of(Budget budget) {
    return limits[budget.ordinal()];
  }
}
