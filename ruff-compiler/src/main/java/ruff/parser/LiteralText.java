package ruff.parser;

import java.math.BigDecimal;

/** Writes values as literals that the lexer reads back. */
final class LiteralText {
  private LiteralText() {}

  /** There is no literal for a negative number: those become an expression in parentheses. */
  static String of(long value) {
    if (value == Long.MIN_VALUE) {
      return "(-" + Long.MAX_VALUE + " - 1)";
    }
    return value < 0 ? "(" + value + ")" : Long.toString(value);
  }

  /**
   * Writes a float without exponent.
   *
   * @throws IllegalArgumentException for infinities and NaN, which have no literal
   */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no literal for " + value);
    }
    String plain = new BigDecimal(Double.toString(Math.abs(value))).toPlainString();
    String digits = plain.contains(".") ? plain : plain + ".0";
    boolean negative = value < 0 || 1 / value < 0;
    return negative ? "(-" + digits + ")" : digits;
  }

  static String quoted(String value) {
    return "\"" + escaped(value) + "\"";
  }

  /** The text between quotes; a dollar is escaped where it would start an interpolation. */
  static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '$' -> text.append(value.startsWith("{", i + 1) ? "\\$" : "$");
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
