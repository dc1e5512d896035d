package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program {@code parallel_map} as Java programmers write it. */
public final class ParallelMap {
  private ParallelMap() {}

  static long crunch(int n, int id) {
    long seed = id + 1;
    long hits = 0;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      if (seed % 7 == 3) hits++;
    }
    return hits;
  }

  /** The result for the size. */
  public static long run(int n) throws Exception {
    long check = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> results = new ArrayList<>();
      for (int id = 0; id < 8; id++) {
        int job = id;
        results.add(pool.submit(() -> crunch(n, job)));
      }
      for (Future<Long> r : results) check = (check * 31 + r.get()) % 1000003;
    }
    return check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) throws Exception {
    int n = Integer.parseInt(args[0]);
    System.out.println("parallel_map " + run(n));
  }
}
