package ruff.benchmarks.programs;

/** The program {@code matmul} as Java programmers write it. */
public final class Matmul {
  private Matmul() {}

  static double[][] build(int n, int seed) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) rows[i][j] = ((i * seed + j * 7) % 100) / 10.0;
    }
    return rows;
  }

  static double[][] multiply(double[][] a, double[][] b, int n) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] arow = a[i];
      for (int j = 0; j < n; j++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++) sum += arow[k] * b[k][j];
        rows[i][j] = sum;
      }
    }
    return rows;
  }

  /** The result for the size. */
  public static long run(int n) {
    double[][] c = multiply(build(n, 3), build(n, 11), n);
    double trace = 0.0;
    for (int i = 0; i < n; i++) trace += c[i][i] + c[i][n - 1 - i];
    return (long) (trace * 1000.0);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("matmul " + run(n));
  }
}
