package ruff.benchmarks.programs;

/** The program {@code startup} as Java programmers write it. */
public final class Startup {
  private Startup() {}

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("startup hello");
  }
}
