package ruff.benchmarks.programs;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The program {@code generators} as Java programmers write it. */
public final class Generators {
  private Generators() {}

  static class Numbers implements Iterator<Long> {
    final long n;
    long i = 0;

    Numbers(long n) {
      this.n = n;
    }

    public boolean hasNext() {
      return i < n;
    }

    public Long next() {
      return i++;
    }
  }

  static class Evens implements Iterator<Long> {
    final Iterator<Long> source;
    long ready;
    boolean has;

    Evens(long n) {
      source = new Numbers(n);
      advance();
    }

    void advance() {
      has = false;
      while (source.hasNext()) {
        long v = source.next();
        if (v % 2 == 0) {
          ready = v * 3;
          has = true;
          return;
        }
      }
    }

    public boolean hasNext() {
      return has;
    }

    public Long next() {
      if (!has) throw new NoSuchElementException();
      long v = ready;
      advance();
      return v;
    }
  }

  /** The result for the size. */
  public static long run(int n) {
    long total = 0;
    for (Iterator<Long> it = new Evens(n); it.hasNext(); ) total += it.next() % 1000;
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("generators " + run(n));
  }
}
