package ruff.benchmarks.programs;

import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** The program {@code closures} as Java programmers write it. */
public final class Closures {
  private Closures() {}

  static LongUnaryOperator adder(long k) {
    return x -> x + k;
  }

  static LongUnaryOperator compose(LongUnaryOperator f, LongUnaryOperator g) {
    return x -> g.applyAsLong(f.applyAsLong(x));
  }

  static LongSupplier counter(long step) {
    long[] count = {0};
    return () -> {
      count[0] += step;
      return count[0];
    };
  }

  static long applyTimes(LongUnaryOperator f, int times, long start) {
    long value = start;
    for (int i = 0; i < times; i++) value = f.applyAsLong(value) % 1000003;
    return value;
  }

  /** The result for the size. */
  public static long run(int n) {
    LongUnaryOperator chain = compose(adder(3), compose(adder(11), x -> x * 2));
    long first = applyTimes(chain, n, 1);
    LongSupplier tick = counter(3);
    long last = 0;
    for (int i = 0; i < n; i++) last = tick.getAsLong();
    long sum = 0;
    for (int i = 0; i < n; i++) {
      LongUnaryOperator f = adder(i % 5);
      sum += f.applyAsLong(1);
    }
    return first + last + sum;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("closures " + run(n));
  }
}
