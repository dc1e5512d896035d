package ruff.benchmarks.programs;

/** The program {@code spectral_norm} as Java programmers write it. */
public final class SpectralNorm {
  private SpectralNorm() {}

  static double cell(int i, int j) {
    int s = i + j;
    return 1.0 / (s * (s + 1) / 2 + i + 1);
  }

  static double[] times(double[] v, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0.0;
      for (int j = 0; j < n; j++) sum += cell(i, j) * v[j];
      out[i] = sum;
    }
    return out;
  }

  static double[] timesTransposed(double[] v, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0.0;
      for (int j = 0; j < n; j++) sum += cell(j, i) * v[j];
      out[i] = sum;
    }
    return out;
  }

  /** The result for the size. */
  public static long run(int n) {
    double[] u = new double[n];
    java.util.Arrays.fill(u, 1.0);
    double[] v = {};
    for (int round = 0; round < 10; round++) {
      v = timesTransposed(times(u, n), n);
      u = timesTransposed(times(v, n), n);
    }
    double vbv = 0.0, vv = 0.0;
    for (int i = 0; i < n; i++) {
      vbv += u[i] * v[i];
      vv += v[i] * v[i];
    }
    return (long) (Math.sqrt(vbv / vv) * 1000000000.0);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("spectral_norm " + run(n));
  }
}
