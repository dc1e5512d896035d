package ruff.stdlib.crypto;

import java.math.BigInteger;

/** The binary digits of pi, by the series of the Chudnovsky brothers, summed up by halves. */
final class DigitsOfPi {
  /** How many digits each member of the series gives at least. */
  private static final int BITS_PER_TERM = 47;

  /** Digits that are calculated and thrown away, since the last ones are not exact. */
  private static final int SPARE_BITS = 64;

  private static final BigInteger STEP =
      BigInteger.valueOf(640_320).pow(3).divide(BigInteger.valueOf(24));

  /** The sum of some members in a row, as a fraction with parts that the next sum needs. */
  private record Sum(BigInteger above, BigInteger below, BigInteger total) {
    Sum plus(Sum later) {
      return new Sum(
          above.multiply(later.above),
          below.multiply(later.below),
          later.below.multiply(total).add(above.multiply(later.total)));
    }
  }

  private DigitsOfPi() {}

  /** The first digits behind the point, 32 in each number. */
  static int[] words(int count) {
    int bits = count * Integer.SIZE;
    int scale = bits + SPARE_BITS;
    Sum sum = sum(0, scale / BITS_PER_TERM + 1);
    BigInteger root = BigInteger.valueOf(10_005).shiftLeft(2 * scale).sqrt();
    BigInteger pi =
        sum.below.multiply(BigInteger.valueOf(426_880)).multiply(root).divide(sum.total);
    BigInteger digits = pi.shiftRight(SPARE_BITS);
    int[] words = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      words[i] = digits.intValue();
      digits = digits.shiftRight(Integer.SIZE);
    }
    return words;
  }

  private static Sum sum(int from, int to) {
    if (to - from == 1) {
      return member(from);
    }
    int middle = (from + to) >>> 1;
    return sum(from, middle).plus(sum(middle, to));
  }

  private static Sum member(long k) {
    BigInteger above = BigInteger.ONE;
    BigInteger below = BigInteger.ONE;
    if (k > 0) {
      above =
          BigInteger.valueOf(6 * k - 5)
              .multiply(BigInteger.valueOf(2 * k - 1))
              .multiply(BigInteger.valueOf(6 * k - 1));
      below = BigInteger.valueOf(k).pow(3).multiply(STEP);
    }
    BigInteger total = above.multiply(BigInteger.valueOf(13_591_409 + 545_140_134 * k));
    return new Sum(above, below, k % 2 == 0 ? total : total.negate());
  }
}
