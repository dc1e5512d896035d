package ruff.benchmarks.programs;

/** The program {@code nested_loops} as Java programmers write it. */
public final class NestedLoops {
  private NestedLoops() {}

  /** The result for the size. */
  public static long run(int n) {
    long total = 0;
    for (long i = 0; i < n; i++) {
      for (long j = 0; j < n; j++) {
        long base = i * j;
        for (long k = 0; k < n; k++) {
          total += (base + k) % 11;
        }
      }
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("nested_loops " + run(n));
  }
}
