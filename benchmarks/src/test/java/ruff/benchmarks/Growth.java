package ruff.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How the time of a program grows with its size.
 *
 * @param times the best times in nanoseconds for the sizes {@code first}, twice that, and so on
 */
record Growth(int first, List<Long> times) {
  /** By how much one doubling may multiply the time. */
  static final double LIMIT = 2.6;

  /** When every doubling multiplies the time by more, it is no accident. */
  private static final double HOPELESS = 3.2;

  private static final int DOUBLINGS = 3;
  private static final int RUNS = 6;
  private static final int ATTEMPTS = 4;
  private static final int LARGER_SIZES = 3;
  private static final long LONG_ENOUGH = 1_000_000;
  private static final int SMALLEST = 2_000;
  private static final int LARGEST = 1_024_000;

  /**
   * Measures until the growth is within the limit, at most a few times: whatever else the machine
   * does makes single measurements too long, never too short. Where the smallest sizes stay
   * unsettled, twice as large ones are tried, whose times depend less on what HotSpot compiles
   * meanwhile; a loop that copies its value in each turn is beyond the limit at every size.
   */
  static Growth measure(SizedProgram program) {
    int size = size(program);
    Growth growth = settled(program, size);
    for (int larger = 1; larger <= LARGER_SIZES && growth.isUnsettled(); larger++) {
      growth = settled(program, size << larger);
    }
    return growth;
  }

  private static Growth settled(SizedProgram program, int size) {
    Growth growth = once(program, size);
    for (int attempt = 1; attempt < ATTEMPTS && growth.isUnsettled(); attempt++) {
      growth = growth.best(once(program, size));
    }
    return growth;
  }

  List<Double> ratios() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      ratios.add((double) times.get(i) / times.get(i - 1));
    }
    return ratios;
  }

  /** Beyond the limit, but not so far that more measurements could not change it. */
  private boolean isUnsettled() {
    return !withinLimit() && ratios().stream().anyMatch(ratio -> ratio < HOPELESS);
  }

  boolean withinLimit() {
    return ratios().stream().allMatch(ratio -> ratio < LIMIT);
  }

  /** A size whose time is well above the cost of starting, with warm code. */
  private static int size(SizedProgram program) {
    int size = SMALLEST;
    while (size < LARGEST && fastest(program, size) < LONG_ENOUGH) {
      size *= 2;
    }
    return size;
  }

  private static Growth once(SizedProgram program, int first) {
    program.run(first << DOUBLINGS);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i <= DOUBLINGS; i++) {
      times.add(fastest(program, first << i));
    }
    return new Growth(first, times);
  }

  private static long fastest(SizedProgram program, int size) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      best = Math.min(best, program.run(size));
    }
    return best;
  }

  private Growth best(Growth other) {
    List<Long> best = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      best.add(Math.min(times.get(i), other.times.get(i)));
    }
    return new Growth(first, best);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times.size(); i++) {
      text.append(first << i).append(": ").append(times.get(i) / 1_000_000.0).append(" ms  ");
    }
    return text.append("ratios ").append(ratios()).toString();
  }
}
