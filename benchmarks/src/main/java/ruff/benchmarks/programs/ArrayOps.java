package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;

/** The program {@code array_ops} as Java programmers write it. */
public final class ArrayOps {
  private ArrayOps() {}

  /** The result for the size. */
  public static long run(int n) {
    List<Long> items = new ArrayList<>();
    for (long i = 0; i < n; i++) items.add((i * 37) % 1009);
    long check = 0;
    for (int round = 0; round < 5; round++) {
      int r = round;
      List<Long> scaled = items.stream().map(x -> x * 3 + r).toList();
      List<Long> picked = scaled.stream().filter(x -> x % 4 != 1).toList();
      long total = picked.stream().reduce(0L, (acc, x) -> (acc + x) % 1000003);
      check += total + picked.size();
    }
    long best = 0;
    for (long x : items) if (x > best) best = x;
    return check * 10 + best;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("array_ops " + run(n));
  }
}
