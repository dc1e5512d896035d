package ruff.benchmarks.programs;

/** The program {@code fannkuch} as Java programmers write it. */
public final class Fannkuch {
  private Fannkuch() {}

  /** The result for the size. */
  public static long run(int n) {
    int[] perm1 = new int[n], perm = new int[n], count = new int[n];
    for (int i = 0; i < n; i++) perm1[i] = i;
    int maxFlips = 0, index = 0, r = n;
    long checksum = 0;
    while (true) {
      while (r != 1) {
        count[r - 1] = r;
        r--;
      }
      for (int i = 0; i < n; i++) perm[i] = perm1[i];
      int flips = 0;
      int first = perm[0];
      while (first != 0) {
        int lo = 0, hi = first;
        while (lo < hi) {
          int t = perm[lo];
          perm[lo] = perm[hi];
          perm[hi] = t;
          lo++;
          hi--;
        }
        flips++;
        first = perm[0];
      }
      if (flips > maxFlips) maxFlips = flips;
      if (index % 2 == 0) checksum += flips;
      else checksum -= flips;
      while (true) {
        if (r == n) return checksum * 1000 + maxFlips;
        int head = perm1[0];
        for (int i = 0; i < r; i++) perm1[i] = perm1[i + 1];
        perm1[r] = head;
        count[r]--;
        if (count[r] > 0) break;
        r++;
      }
      index++;
    }
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("fannkuch " + run(n));
  }
}
