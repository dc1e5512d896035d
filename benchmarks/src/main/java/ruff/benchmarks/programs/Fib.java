package ruff.benchmarks.programs;

/** The program {@code fib} as Java programmers write it. */
public final class Fib {
  private Fib() {}

  static long fib(long n) {
    if (n < 2) return n;
    return fib(n - 1) + fib(n - 2);
  }

  /** The result for the size. */
  public static long run(int n) {
    return fib(n);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("fib " + run(n));
  }
}
