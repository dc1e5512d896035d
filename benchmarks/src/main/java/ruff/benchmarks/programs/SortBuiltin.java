package ruff.benchmarks.programs;

import java.util.Arrays;

/** The program {@code sort_builtin} as Java programmers write it. */
public final class SortBuiltin {
  private SortBuiltin() {}

  /** The result for the size. */
  public static String run(int n) {
    long[] ints = new long[n];
    double[] floats = new double[n];
    String[] words = new String[n];
    long seed = 99;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      ints[i] = seed % 1000000;
      floats[i] = (seed % 100003) / 7.0;
      words[i] = "w" + (seed % 50000);
    }
    Arrays.sort(ints);
    Arrays.sort(floats);
    Arrays.sort(words);
    long check = 0;
    for (int i = 0; i < n; i += 997) {
      check = (check * 31 + ints[i] + (long) (floats[i] * 7.0 + 0.5) + words[i].length()) % 1000003;
    }
    return check + " " + words[n / 2];
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("sort_builtin " + run(n));
  }
}
