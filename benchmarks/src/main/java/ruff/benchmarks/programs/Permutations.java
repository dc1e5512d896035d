package ruff.benchmarks.programs;

import java.util.Arrays;

/** The program {@code permutations} as Java programmers write it. */
public final class Permutations {
  private final long[] prefix;
  private final long[] rest;
  private int at;
  private Permutations inner;
  private boolean ended;

  private Permutations(long[] prefix, long[] rest) {
    this.prefix = prefix;
    this.rest = rest;
  }

  /** The next permutation, or null after the last. */
  private long[] next() {
    if (rest.length == 0) {
      long[] only = ended ? null : prefix;
      ended = true;
      return only;
    }
    while (true) {
      long[] found = inner == null ? null : inner.next();
      if (found != null) {
        return found;
      }
      if (at == rest.length) {
        return null;
      }
      inner = new Permutations(longer(at), fewer(at));
      at++;
    }
  }

  private long[] longer(int i) {
    long[] longer = Arrays.copyOf(prefix, prefix.length + 1);
    longer[prefix.length] = rest[i];
    return longer;
  }

  private long[] fewer(int i) {
    long[] fewer = new long[rest.length - 1];
    int count = 0;
    for (int j = 0; j < rest.length; j++) {
      if (j != i) {
        fewer[count++] = rest[j];
      }
    }
    return fewer;
  }

  /** The result for the size. */
  public static String run(int n) {
    long[] all = new long[n];
    for (int i = 0; i < n; i++) {
      all[i] = i + 1;
    }
    Permutations permutations = new Permutations(new long[0], all);
    long check = 0;
    int count = 0;
    for (long[] p = permutations.next(); p != null; p = permutations.next()) {
      count++;
      for (long x : p) {
        check = (check * 3 + x) % 1000003;
      }
    }
    return count + " " + check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("permutations " + run(Integer.parseInt(args[0])));
  }
}
