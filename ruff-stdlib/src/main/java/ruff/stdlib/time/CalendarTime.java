package ruff.stdlib.time;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A moment as date and time of day in UTC. */
record CalendarTime(LocalDateTime moment) {
  private static final int LAST_PLAIN_YEAR = 9999;

  static CalendarTime ofEpochSecond(long second) {
    return new CalendarTime(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
  }

  /** A text with YYYY, MM, DD, HH, mm and ss replaced wherever they stand, one after the other. */
  String format(String template) {
    return template
        .replace("YYYY", year())
        .replace("MM", twoDigits(moment.getMonthValue()))
        .replace("DD", twoDigits(moment.getDayOfMonth()))
        .replace("HH", twoDigits(moment.getHour()))
        .replace("mm", twoDigits(moment.getMinute()))
        .replace("ss", twoDigits(moment.getSecond()));
  }

  private String year() {
    int year = moment.getYear();
    String digits = Integer.toString(Math.abs(year));
    String padded = "0".repeat(Math.max(0, 4 - digits.length())).concat(digits);
    if (year < 0) {
      return "-".concat(padded);
    }
    return year > LAST_PLAIN_YEAR ? "+".concat(padded) : padded;
  }

  private static String twoDigits(int number) {
    String digits = Integer.toString(number);
    return number < 10 ? "0".concat(digits) : digits;
  }
}
