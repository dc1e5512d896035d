package ruff.stdlib.database;

/** Moments and durations of MySQL with all digits of a second's fraction. */
final class MysqlTime {
  private static final int FRACTION_DIGITS = 6;
  private static final int HOURS_OF_DAY = 24;

  private MysqlTime() {}

  /** {@code 2026-01-31 10:20:30.5} becomes {@code 2026-01-31 10:20:30.500000}. */
  static String moment(String text) {
    return withFraction(text);
  }

  /** {@code -49:00:30} becomes {@code -2d 01:00:30.000000}. */
  static String duration(String text) {
    boolean negative = text.startsWith("-");
    String plain = negative ? text.substring(1) : text;
    int colon = plain.indexOf(':');
    int hours = Integer.parseInt(plain.substring(0, colon));
    int rest = hours % HOURS_OF_DAY;
    return (negative ? "-" : "")
        + hours / HOURS_OF_DAY
        + "d "
        + (rest < 10 ? "0" : "")
        + rest
        + withFraction(plain.substring(colon));
  }

  private static String withFraction(String text) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String fraction = point < 0 ? "" : text.substring(point + 1);
    return whole + "." + fraction + "0".repeat(Math.max(0, FRACTION_DIGITS - fraction.length()));
  }
}
