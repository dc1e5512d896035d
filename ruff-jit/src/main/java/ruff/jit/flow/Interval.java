package ruff.jit.flow;

import ruff.bytecode.Op;

/**
 * What is known about the size of an int: it lies between two bounds, both included. Where the
 * bounds of a result cannot be beyond those of 64 bits, nothing has to be checked.
 */
public record Interval(long low, long high) {
  /** Nothing is known. */
  public static final Interval ALL = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);

  /** What a Java int holds. */
  public static final Interval INT = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /**
   * So small that two can be multiplied, and some sums of such products be built; the sum of two
   * fits into a Java int.
   */
  public static final Interval SMALL = new Interval(-(1L << 30), (1L << 30) - 1);

  /** Where a loop makes a bound move, it moves on to these, then to the end. */
  private static final long WIDE = INT.high;

  private static final long WIDER = (1L << 61) - 1;

  public static Interval of(long value) {
    return new Interval(value, value);
  }

  public boolean isWithin(Interval other) {
    return low >= other.low && high <= other.high;
  }

  /** The interval around both. */
  Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** An interval around both; wider than need be, so that few steps lead to the widest. */
  Interval widen(Interval other) {
    long down = other.low >= low ? low : other.low >= 0 ? 0 : -1 - wide(-1 - other.low);
    long up = other.high <= high ? high : wide(other.high);
    return new Interval(down, up);
  }

  private static long wide(long bound) {
    return bound <= WIDE ? WIDE : bound <= WIDER ? WIDER : ALL.high;
  }

  /** What lies in both, or this one where nothing does. */
  public Interval meet(long from, long to) {
    long down = Math.max(low, from);
    long up = Math.min(high, to);
    return down <= up ? new Interval(down, up) : this;
  }

  /** Whether no result of an addition, a subtraction or a multiplication overflows. */
  public boolean fits(Op op, Interval other) {
    return switch (op) {
      case ADD -> !addsBeyond(low, other.low) && !addsBeyond(high, other.high);
      case SUBTRACT -> !subtractsBeyond(low, other.high) && !subtractsBeyond(high, other.low);
      default ->
          !multipliesBeyond(low, other.low)
              && !multipliesBeyond(low, other.high)
              && !multipliesBeyond(high, other.low)
              && !multipliesBeyond(high, other.high);
    };
  }

  /** The results of an operation that do not overflow. */
  public Interval result(Op op, Interval other) {
    return switch (op) {
      case ADD -> new Interval(sum(low, other.low), sum(high, other.high));
      case SUBTRACT -> new Interval(difference(low, other.high), difference(high, other.low));
      case MULTIPLY -> product(other);
      case DIVIDE -> quotient(other);
      default -> remainder(other);
    };
  }

  private Interval product(Interval other) {
    long a = product(low, other.low);
    long b = product(low, other.high);
    long c = product(high, other.low);
    long d = product(high, other.high);
    return new Interval(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  private Interval quotient(Interval other) {
    if (other.low > 0) {
      return new Interval(
          Math.min(low / other.low, low / other.high),
          Math.max(high / other.low, high / other.high));
    }
    if (low == ALL.low) {
      return ALL;
    }
    long most = Math.max(Math.abs(low), Math.abs(high));
    return new Interval(-most, most);
  }

  /** The remainder has the sign of the dividend. */
  private Interval remainder(Interval other) {
    long most = other.low > 0 ? other.high - 1 : ALL.high;
    return new Interval(low >= 0 ? 0 : Math.max(low, -most), high <= 0 ? 0 : Math.min(high, most));
  }

  private static boolean addsBeyond(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0;
  }

  private static boolean subtractsBeyond(long a, long b) {
    return ((a ^ b) & (a ^ (a - b))) < 0;
  }

  private static boolean multipliesBeyond(long a, long b) {
    return Math.multiplyHigh(a, b) != (a * b) >> 63;
  }

  private static long sum(long a, long b) {
    return addsBeyond(a, b) ? limit(a < 0) : a + b;
  }

  private static long difference(long a, long b) {
    return subtractsBeyond(a, b) ? limit(a < 0) : a - b;
  }

  private static long product(long a, long b) {
    return multipliesBeyond(a, b) ? limit((a ^ b) < 0) : a * b;
  }

  private static long limit(boolean negative) {
    return negative ? ALL.low : ALL.high;
  }
}
