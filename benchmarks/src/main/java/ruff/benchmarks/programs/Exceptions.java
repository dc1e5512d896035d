package ruff.benchmarks.programs;

/** The program {@code exceptions} as Java programmers write it. */
public final class Exceptions {
  private Exceptions() {}

  static class Bad extends RuntimeException {
    private static final long serialVersionUID = 1;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  static long risky(long i) {
    if (i % 3 == 0) throw new Bad("bad " + (i % 100));
    return i;
  }

  static long relay(long i) {
    return risky(i) + 1;
  }

  /** The result for the size. */
  public static long run(int n) {
    long ok = 0, bad = 0;
    for (int i = 0; i < n; i++) {
      try {
        ok += relay(i);
      } catch (Bad e) {
        bad += e.getMessage().length();
      }
    }
    return ok + bad * 7;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("exceptions " + run(n));
  }
}
