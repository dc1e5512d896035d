package ruff.stdlib.yaml;

import java.math.BigInteger;
import ruff.stdlib.convert.Numbers;
import ruff.value.NullValue;

/** What a plain scalar means by the rules of YAML 1.2, with binary ints and signs for all bases. */
final class YamlScalar {
  /** More digits of any base than the largest float has. */
  private static final int MOST_DIGITS = 1100;

  private YamlScalar() {}

  /** The value; the text itself when it is nothing else. */
  static Object of(String text) {
    switch (text) {
      case "", "~", "null", "Null", "NULL":
        return NullValue.NULL;
      case "true", "True", "TRUE":
        return Boolean.TRUE;
      case "false", "False", "FALSE":
        return Boolean.FALSE;
      default:
        Object number = isNumberLike(text) ? number(text) : null;
        return number == null ? text : number;
    }
  }

  /** Whether a text is digits with a leading zero, which readers take for different things. */
  static boolean isPadded(String text) {
    int start = signLength(text);
    return text.length() > start + 1 && text.charAt(start) == '0' && isDigits(text, start, 10);
  }

  /** The int or float that a text spells, or null. */
  static Object number(String text) {
    Object special = special(text);
    if (special != null) {
      return special;
    }
    int start = signLength(text);
    if (text.startsWith("0", start) && text.length() > start + 2) {
      int base = base(text.charAt(start + 1));
      if (base > 0) {
        return inBase(text, start, base);
      }
    }
    return isPadded(text) ? null : Numbers.strictly(text);
  }

  private static Double special(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  private static boolean isNumberLike(String text) {
    char first = text.charAt(0);
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  private static int signLength(String text) {
    return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  }

  private static int base(char letter) {
    return switch (letter) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 0;
    };
  }

  private static boolean isDigits(String text, int from, int base) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= 128 || Character.digit(text.charAt(i), base) < 0) {
        return false;
      }
    }
    return from < text.length();
  }

  private static Object inBase(String text, int start, int base) {
    int from = start + 2;
    if (!isDigits(text, from, base) || text.length() - from > MOST_DIGITS) {
      return null;
    }
    BigInteger size = new BigInteger(text.substring(from), base);
    BigInteger value = text.startsWith("-") ? size.negate() : size;
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    double rounded = value.doubleValue();
    return Double.isInfinite(rounded) ? null : (Object) rounded;
  }
}
