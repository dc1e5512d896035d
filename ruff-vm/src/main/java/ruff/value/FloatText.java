package ruff.value;

/**
 * The text of floats: the shortest digits that read back as the same number, written without
 * exponent and without a needless {@code .0}.
 */
public final class FloatText {
  /** Up to here every whole number is a float of its own. */
  private static final double EXACT = 1L << 53;

  /** Decimals tried at first; with so few digits in all, the only short text is the right one. */
  private static final double SCALE = 1e4;

  private static final double SCALE_LIMIT = 1e15;

  /** Between these Java writes no exponent. */
  private static final double POSITIONAL_FROM = 1e-3;

  private static final double POSITIONAL_TO = 1e7;

  private FloatText() {}

  public static String of(double value) {
    if (value == (long) value && Math.abs(value) < EXACT) {
      return value == 0 ? (1 / value < 0 ? "-0" : "0") : Long.toString((long) value);
    }
    double size = Math.abs(value);
    if (size >= POSITIONAL_FROM && size < POSITIONAL_TO && !hasFewDecimals(value)) {
      return Double.toString(value);
    }
    StringBuilder out = new StringBuilder(24);
    append(out, value);
    return out.toString();
  }

  public static void append(StringBuilder out, double value) {
    if (value == (long) value && Math.abs(value) < EXACT) {
      appendWhole(out, value);
      return;
    }
    if (hasFewDecimals(value)) {
      appendDecimals(out, (long) Math.rint(value * SCALE));
    } else if (Double.isFinite(value)) {
      appendShortest(out, value);
    } else {
      out.append(value != value ? "NaN" : value > 0 ? "inf" : "-inf");
    }
  }

  private static boolean hasFewDecimals(double value) {
    double scaled = Math.rint(value * SCALE);
    return Math.abs(scaled) < SCALE_LIMIT && scaled / SCALE == value;
  }

  private static void appendWhole(StringBuilder out, double value) {
    if (value == 0 && 1 / value < 0) {
      out.append('-');
    }
    out.append((long) value);
  }

  /** Writes a count of ten-thousandths that is not a whole number. */
  private static void appendDecimals(StringBuilder out, long scaled) {
    long positive = Math.abs(scaled);
    long unit = (long) SCALE;
    if (scaled < 0) {
      out.append('-');
    }
    out.append(positive / unit).append('.');
    long rest = positive % unit;
    while (rest != 0) {
      unit /= 10;
      out.append((char) ('0' + rest / unit));
      rest %= unit;
    }
  }

  private static void appendShortest(StringBuilder out, double value) {
    String text = Double.toString(Math.abs(value));
    if (value < 0) {
      out.append('-');
    }
    int mark = text.indexOf('E');
    if (mark < 0) {
      out.append(text);
      return;
    }
    String digits = text.charAt(0) + (text.startsWith(".0E", 1) ? "" : text.substring(2, mark));
    int point = Integer.parseInt(text.substring(mark + 1)) + 1;
    if (digits.length() == 2 && Math.abs(value) < Double.MIN_NORMAL) {
      appendTiny(out, digits, point, Math.abs(value));
    } else {
      appendPositional(out, digits, point);
    }
  }

  /**
   * Writes 0.digits times ten to the power of {@code point}. Java never gives fewer than two
   * digits; for the coarsest numbers a single one may do.
   */
  private static void appendTiny(StringBuilder out, String digits, int point, double value) {
    int rounded = (Integer.parseInt(digits) + 5) / 10;
    if (Double.parseDouble(rounded + "E" + (point - 1)) != value) {
      appendPositional(out, digits, point);
    } else if (rounded == 10) {
      appendPositional(out, "1", point + 1);
    } else {
      appendPositional(out, Integer.toString(rounded), point);
    }
  }

  private static void appendPositional(StringBuilder out, String digits, int point) {
    if (point <= 0) {
      out.append("0.").repeat('0', -point).append(digits);
    } else if (point >= digits.length()) {
      out.append(digits).repeat('0', point - digits.length());
    } else {
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }
}
