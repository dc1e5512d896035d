package ruff.benchmarks.programs;

/** The program {@code determinant} as Java programmers write it. */
public final class Determinant {
  private Determinant() {}

  private static double[][] matrix(int n) {
    double[][] rows = new double[n][n];
    long seed = 9;
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        seed = (seed * 16807) % 2147483647;
        rows[y][x] = seed % 2001 * 0.001 - 1.0;
      }
    }
    return rows;
  }

  private static double eliminate(double[][] m, int n) {
    double exponent = 0.0;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int y = k + 1; y < n; y++) {
        if (Math.abs(m[y][k]) > Math.abs(m[pivot][k])) {
          pivot = y;
        }
      }
      double[] row = m[pivot];
      m[pivot] = m[k];
      m[k] = row;
      exponent += Math.log(Math.abs(row[k]));
      for (int y = k + 1; y < n; y++) {
        double factor = m[y][k] / row[k];
        for (int x = k + 1; x < n; x++) {
          m[y][x] = m[y][x] - factor * row[x];
        }
      }
    }
    return exponent;
  }

  /** The result for the size. */
  public static long run(int n) {
    return (long) Math.floor(eliminate(matrix(n), n) * 1000000);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("determinant " + run(Integer.parseInt(args[0])));
  }
}
