package ruff.stdlib.database;

import java.math.BigInteger;
import ruff.value.Ints;

/** Decimal numbers of databases as numbers of programs. */
final class Numeric {
  private Numeric() {}

  /** An int when it is written without fraction and fits, else a float. */
  static Object value(String text) {
    boolean whole = !text.isEmpty();
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      whole &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (whole) {
      BigInteger number = new BigInteger(text);
      if (number.bitLength() < Long.SIZE) {
        return Ints.box(number.longValueExact());
      }
    }
    return Double.valueOf(text);
  }
}
