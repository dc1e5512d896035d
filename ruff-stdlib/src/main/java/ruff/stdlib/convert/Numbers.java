package ruff.stdlib.convert;

import ruff.stdlib.text.WhiteSpace;

/** Reads numbers from texts: decimal only, white space around them allowed. */
public final class Numbers {
  private Numbers() {}

  /** The int that a text spells, or null. */
  public static Long whole(String text) {
    String digits = WhiteSpace.trim(text);
    int start = signLength(digits);
    if (start == digits.length() || digitsEnd(digits, start) != digits.length()) {
      return null;
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException outOfRange) {
      return null;
    }
  }

  /** The float that a text spells, or null. */
  public static Double real(String text) {
    String digits = WhiteSpace.trim(text);
    int start = signLength(digits);
    String unsigned = digits.substring(start);
    if (unsigned.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    if (unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity")) {
      return digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return isDecimal(digits, start) ? Double.valueOf(digits) : null;
  }

  /**
   * The int that a text spells, else the finite float, without white space and in nothing but
   * decimal digits; else null.
   */
  public static Object strictly(String text) {
    if (text.isEmpty() || !isPart(text.charAt(0)) || !isPart(text.charAt(text.length() - 1))) {
      return null;
    }
    Long whole = whole(text);
    if (whole != null) {
      return whole;
    }
    Double real = isDecimal(text, signLength(text)) ? Double.valueOf(text) : null;
    return real == null || real.isInfinite() ? null : real;
  }

  /** Whether a number may begin or end with a character. */
  private static boolean isPart(char unit) {
    return (unit >= '0' && unit <= '9') || unit == '.' || unit == '-' || unit == '+';
  }

  /** Whether there are digits, maybe with a point among them, and maybe an exponent. */
  private static boolean isDecimal(String text, int start) {
    int at = digitsEnd(text, start);
    int count = at - start;
    if (at < text.length() && text.charAt(at) == '.') {
      int end = digitsEnd(text, at + 1);
      count += end - at - 1;
      at = end;
    }
    if (count == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      at++;
      int exponent = at + signLength(text.substring(at));
      at = digitsEnd(text, exponent);
      if (at == exponent) {
        return false;
      }
    }
    return at == text.length();
  }

  private static int signLength(String text) {
    return text.startsWith("+") || text.startsWith("-") ? 1 : 0;
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
