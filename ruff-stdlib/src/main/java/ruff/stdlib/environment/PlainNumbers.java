package ruff.stdlib.environment;

import java.util.Locale;

/** Numbers in words from outside: ASCII digits, no white space around them, no separators. */
final class PlainNumbers {
  private PlainNumbers() {}

  /** The int that a word is, or null. */
  static Long integer(String word) {
    int start = afterSign(word, 0);
    if (start == word.length() || afterDigits(word, start) < word.length()) {
      return null;
    }
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  /** The float that a word is, or null. */
  static Double decimal(String word) {
    int start = afterSign(word, 0);
    boolean negative = word.startsWith("-");
    switch (word.substring(start).toLowerCase(Locale.ROOT)) {
      case "inf", "infinity" -> {
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      case "nan" -> {
        return Double.NaN;
      }
      default -> {
        return isDecimal(word, start) ? Double.valueOf(word) : null;
      }
    }
  }

  /** Digits with at most one dot among or around them, then an optional exponent. */
  private static boolean isDecimal(String word, int start) {
    int at = afterDigits(word, start);
    int digits = at - start;
    if (at < word.length() && word.charAt(at) == '.') {
      int end = afterDigits(word, at + 1);
      digits += end - at - 1;
      at = end;
    }
    if (digits > 0 && at < word.length() && (word.charAt(at) | ' ') == 'e') {
      int exponent = afterSign(word, at + 1);
      at = afterDigits(word, exponent);
      digits = at - exponent;
    }
    return digits > 0 && at == word.length();
  }

  private static int afterSign(String word, int at) {
    boolean sign = at < word.length() && (word.charAt(at) == '+' || word.charAt(at) == '-');
    return sign ? at + 1 : at;
  }

  private static int afterDigits(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
