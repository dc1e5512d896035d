package ruff.benchmarks.programs;

/** The program {@code nbody} as Java programmers write it. */
public final class Nbody {
  private Nbody() {}

  static double energy(
      double[] x, double[] y, double[] z, double[] vx, double[] vy, double[] vz, double[] m) {
    double e = 0.0;
    for (int i = 0; i < 5; i++) {
      e += 0.5 * m[i] * (vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]);
      for (int j = i + 1; j < 5; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double dz = z[i] - z[j];
        e -= (m[i] * m[j]) / Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return e;
  }

  private static void advance(
      double[] x,
      double[] y,
      double[] z,
      double[] vx,
      double[] vy,
      double[] vz,
      double[] m,
      int steps) {
    double dt = 0.01;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < 5; i++) {
        for (int j = i + 1; j < 5; j++) {
          double dx = x[i] - x[j];
          double dy = y[i] - y[j];
          double dz = z[i] - z[j];
          double d2 = dx * dx + dy * dy + dz * dz;
          double mag = dt / (d2 * Math.sqrt(d2));
          double mi = m[i] * mag;
          double mj = m[j] * mag;
          vx[i] -= dx * mj;
          vy[i] -= dy * mj;
          vz[i] -= dz * mj;
          vx[j] += dx * mi;
          vy[j] += dy * mi;
          vz[j] += dz * mi;
        }
      }
      for (int i = 0; i < 5; i++) {
        x[i] += dt * vx[i];
        y[i] += dt * vy[i];
        z[i] += dt * vz[i];
      }
    }
  }

  /** The result for the size. */
  public static long run(int n) {
    double solar = 39.47841760435743;
    double days = 365.24;
    double[] x = {
      0.0, 4.84143144246472090, 8.34336671824457987, 12.8943695621391310, 15.3796971148509165
    };
    double[] y = {
      0.0, -1.16032004402742839, 4.12479856412430479, -15.1111514016986312, -25.9193146099879641
    };
    double[] z = {
      0.0, -0.103622044471123109, -0.403523417114321381, -0.223307578892655734, 0.179258772950371181
    };
    double[] vx = {
      0.0,
      0.00166007664274403694 * days,
      -0.00276742510726411040 * days,
      0.00296460137564761618 * days,
      0.00268067772490389322 * days
    };
    double[] vy = {
      0.0,
      0.00769901118419740425 * days,
      0.00499852801234917238 * days,
      0.00237847173959480950 * days,
      0.00162824170038242295 * days
    };
    double[] vz = {
      0.0,
      -0.0000690460016972063023 * days,
      0.0000230417297573763929 * days,
      -0.0000296589568540237556 * days,
      -0.0000951592254519715870 * days
    };
    double[] m = {
      solar,
      0.000954791938424326609 * solar,
      0.000285885980666130812 * solar,
      0.0000436624404335156298 * solar,
      0.0000515138902046611451 * solar
    };
    double px = 0.0, py = 0.0, pz = 0.0;
    for (int i = 0; i < 5; i++) {
      px += vx[i] * m[i];
      py += vy[i] * m[i];
      pz += vz[i] * m[i];
    }
    vx[0] = -px / solar;
    vy[0] = -py / solar;
    vz[0] = -pz / solar;
    advance(x, y, z, vx, vy, vz, m, n);
    return (long) (energy(x, y, z, vx, vy, vz, m) * 1000000000.0);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("nbody " + run(n));
  }
}
