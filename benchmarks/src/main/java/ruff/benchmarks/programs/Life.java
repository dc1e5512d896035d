package ruff.benchmarks.programs;

/** The program {@code life} as Java programmers write it. */
public final class Life {
  private Life() {}

  private static final int SIZE = 200;

  private static long[][] step(long[][] grid) {
    long[][] next = new long[SIZE][SIZE];
    for (int y = 0; y < SIZE; y++) {
      long[] above = grid[(y + SIZE - 1) % SIZE];
      long[] here = grid[y];
      long[] below = grid[(y + 1) % SIZE];
      for (int x = 0; x < SIZE; x++) {
        int l = (x + SIZE - 1) % SIZE;
        int r = (x + 1) % SIZE;
        long around =
            above[l] + above[x] + above[r] + here[l] + here[r] + below[l] + below[x] + below[r];
        next[y][x] = around == 3 || (around == 2 && here[x] == 1) ? 1 : 0;
      }
    }
    return next;
  }

  /** The result for the size. */
  public static long run(int n) {
    long[][] grid = new long[SIZE][SIZE];
    long seed = 3;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        seed = (seed * 16807) % 2147483647;
        grid[y][x] = seed % 3 == 0 ? 1 : 0;
      }
    }
    for (int i = 0; i < n; i++) {
      grid = step(grid);
    }
    long check = 0;
    for (long[] row : grid) {
      for (long cell : row) {
        check = (check * 2 + cell) % 1000003;
      }
    }
    return check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("life " + run(Integer.parseInt(args[0])));
  }
}
