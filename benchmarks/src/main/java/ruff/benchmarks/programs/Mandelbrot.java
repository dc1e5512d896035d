package ruff.benchmarks.programs;

/** The program {@code mandelbrot} as Java programmers write it. */
public final class Mandelbrot {
  private Mandelbrot() {}

  /** The result for the size. */
  public static long run(int n) {
    int limit = 60;
    long total = 0;
    for (int row = 0; row < n; row++) {
      double ci = (2.0 * row) / n - 1.0;
      for (int col = 0; col < n; col++) {
        double cr = (2.0 * col) / n - 1.5;
        double zr = 0.0;
        double zi = 0.0;
        int k = 0;
        while (k < limit && zr * zr + zi * zi <= 4.0) {
          double t = zr * zr - zi * zi + cr;
          zi = 2.0 * zr * zi + ci;
          zr = t;
          k += 1;
        }
        total += k;
      }
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("mandelbrot " + run(n));
  }
}
