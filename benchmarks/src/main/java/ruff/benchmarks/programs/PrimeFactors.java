package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The program {@code prime_factors} as Java programmers write it. */
public final class PrimeFactors {
  private PrimeFactors() {}

  private static List<Long> factors(long n) {
    List<Long> found = new ArrayList<>();
    long p = 2;
    while (p * p <= n) {
      while (n % p == 0) {
        found.add(p);
        n /= p;
      }
      p++;
    }
    if (n > 1) {
      found.add(n);
    }
    return found;
  }

  private static Predicate<Long> above(long limit) {
    return p -> p > limit;
  }

  /** The result for the size. */
  public static long run(int n) {
    Predicate<Long> large = above(10);
    long total = 0;
    for (int i = 2; i < n; i++) {
      List<Long> chosen = factors(i).stream().filter(large).toList();
      List<Long> squares = chosen.stream().map(p -> p * p % 1009).toList();
      total = (total + squares.stream().reduce((long) chosen.size(), Long::sum)) % 1000003;
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("prime_factors " + run(Integer.parseInt(args[0])));
  }
}
