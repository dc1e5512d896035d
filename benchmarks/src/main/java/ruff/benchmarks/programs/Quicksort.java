package ruff.benchmarks.programs;

/** The program {@code quicksort} as Java programmers write it. */
public final class Quicksort {
  private Quicksort() {}

  /** The result for the size. */
  public static long run(int n) {
    long[] a = new long[n];
    long seed = 42;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      a[i] = seed % 1000000;
    }
    int[] los = new int[200], his = new int[200];
    his[0] = n - 1;
    int top = 1;
    while (top > 0) {
      top--;
      int lo = los[top], hi = his[top];
      if (lo < hi) {
        long pivot = a[(lo + hi) / 2];
        int l = lo, r = hi;
        while (l <= r) {
          while (a[l] < pivot) l++;
          while (a[r] > pivot) r--;
          if (l <= r) {
            long t = a[l];
            a[l] = a[r];
            a[r] = t;
            l++;
            r--;
          }
        }
        los[top] = lo;
        his[top] = r;
        los[top + 1] = l;
        his[top + 1] = hi;
        top += 2;
      }
    }
    long check = 0;
    for (int i = 0; i < n; i++) check = (check * 31 + a[i]) % 1000003;
    return check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("quicksort " + run(n));
  }
}
