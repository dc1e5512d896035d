package ruff.benchmarks.programs;

/** The program {@code loop_sum} as Java programmers write it. */
public final class LoopSum {
  private LoopSum() {}

  /** The result for the size. */
  public static long run(int n) {
    long total = 0;
    long i = 0;
    while (i < n) {
      if (i % 3 == 0) {
        total += i;
      } else if (i % 5 == 1) {
        total -= 7;
      } else {
        total += i % 7;
      }
      i += 1;
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("loop_sum " + run(n));
  }
}
