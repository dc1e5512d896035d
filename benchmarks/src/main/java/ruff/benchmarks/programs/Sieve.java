package ruff.benchmarks.programs;

/** The program {@code sieve} as Java programmers write it. */
public final class Sieve {
  private Sieve() {}

  /** The result for the size. */
  public static long run(int n) {
    long[] left = new long[n + 1];
    for (int i = 0; i <= n; i++) left[i] = i;
    left[1] = 0;
    int i = 2;
    while ((long) i * i <= n) {
      if (left[i] != 0) {
        int j = i * i;
        while (j <= n) {
          left[j] = 0;
          j += i;
        }
      }
      i += 1;
    }
    long count = 0;
    long last = 0;
    for (long p : left) {
      if (p != 0) {
        count += 1;
        last = p;
      }
    }
    return count * 1000 + last % 1000;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("sieve " + run(n));
  }
}
