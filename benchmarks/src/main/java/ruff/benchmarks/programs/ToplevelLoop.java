package ruff.benchmarks.programs;

/** The program {@code toplevel_loop} as Java programmers write it. */
public final class ToplevelLoop {
  private ToplevelLoop() {}

  /** The result for the size. */
  public static long run(int n) {
    long total = 0;
    long i = 0;
    while (i < n) {
      long square = (i % 1000) * (i % 1000);
      if (square % 2 == 0) {
        total += square;
      } else {
        total -= i % 13;
      }
      i += 1;
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("toplevel_loop " + run(n));
  }
}
