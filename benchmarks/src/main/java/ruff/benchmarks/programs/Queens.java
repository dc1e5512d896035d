package ruff.benchmarks.programs;

/** The program {@code queens} as Java programmers write it. */
public final class Queens {
  private boolean[] columns;
  private boolean[] rising;
  private boolean[] falling;

  private int place(int row, int n) {
    if (row == n) {
      return 1;
    }
    int found = 0;
    for (int column = 0; column < n; column++) {
      if (!columns[column] && !rising[row + column] && !falling[row - column + n]) {
        columns[column] = true;
        rising[row + column] = true;
        falling[row - column + n] = true;
        found += place(row + 1, n);
        columns[column] = false;
        rising[row + column] = false;
        falling[row - column + n] = false;
      }
    }
    return found;
  }

  /** The result for the size. */
  public static int run(int n) {
    Queens queens = new Queens();
    queens.columns = new boolean[2 * n + 1];
    queens.rising = new boolean[2 * n + 1];
    queens.falling = new boolean[2 * n + 1];
    return queens.place(0, n);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("queens " + run(Integer.parseInt(args[0])));
  }
}
