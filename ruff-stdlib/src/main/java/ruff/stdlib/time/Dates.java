package ruff.stdlib.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.FloatText;
import ruff.value.RuffError;

/** Natives that turn moments and durations into texts and back. */
public final class Dates {
  private static final String NOT_FINITE = "Invalid timestamp: value must be a finite number";
  private static final String OUT_OF_RANGE = "Invalid timestamp: value is out of supported range";
  private static final String ONLY_FORMAT = "YYYY-MM-DD";

  private static final long FIRST_SECOND = firstSecondOf(DateReader.FIRST_YEAR);
  private static final long LAST_SECOND = firstSecondOf(DateReader.LAST_YEAR + 1) - 1;

  private Dates() {}

  private static long firstSecondOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }

  @Native(
      name = "format_date",
      family = Family.TIME,
      doc =
          "A text in which YYYY, MM, DD, HH, mm and ss are replaced by the parts of a moment in"
              + " UTC, given in seconds since 1970.",
      returns = "string",
      arity = "format_date() expects 2 arguments (timestamp, format), got {got}",
      errors = {NOT_FINITE, OUT_OF_RANGE},
      capability = Capability.CLOCK,
      example = "format_date(1700000000, \"YYYY-MM-DD HH:mm:ss\")",
      result = "2023-11-14 22:13:20")
  public static String formatDate(
      @Param(error = "format_date requires a number timestamp") double timestamp,
      @Param(error = "format_date requires timestamp (number) and format (string)") String format) {
    if (!Double.isFinite(timestamp)) {
      throw new RuffError(NOT_FINITE);
    }
    long second = (long) timestamp;
    if (second < FIRST_SECOND || second > LAST_SECOND) {
      throw new RuffError(OUT_OF_RANGE);
    }
    return CalendarTime.ofEpochSecond(second).format(format);
  }

  @Native(
      name = "parse_date",
      family = Family.TIME,
      doc = "The seconds since 1970 at the start of a day in UTC; YYYY-MM-DD is the only format.",
      returns = "float",
      arity = "parse_date() expects 2 arguments (date, format), got {got}",
      error = "parse_date requires date string and format string",
      errors = {
        "parse_date failed: unsupported format 'F' (expected 'YYYY-MM-DD')",
        "parse_date failed: 'D' does not match format 'YYYY-MM-DD' (REASON)"
      },
      capability = Capability.CLOCK,
      example = "parse_date(\"2024-01-15\", \"YYYY-MM-DD\")",
      result = "1705276800")
  public static double parseDate(String date, String format) {
    if (!format.equals(ONLY_FORMAT)) {
      throw new RuffError(
          "parse_date failed: unsupported format '" + format + "' (expected 'YYYY-MM-DD')");
    }
    try {
      LocalDate day = new DateReader(date).read();
      return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    } catch (DateReader.Unreadable reason) {
      throw new RuffError(
          "parse_date failed: '"
              + date
              + "' does not match format 'YYYY-MM-DD' ("
              + reason.getMessage()
              + ")");
    }
  }

  @Native(
      name = "elapsed",
      family = Family.TIME,
      doc = "The time from a start to an end: their difference.",
      returns = "float",
      arity = "elapsed() expects 2 arguments (start, end), got {got}",
      error = "elapsed requires number arguments",
      capability = Capability.CLOCK,
      example = "elapsed(10, 25.5)",
      result = "15.5")
  public static double elapsed(double start, double end) {
    return end - start;
  }

  @Native(
      name = "format_duration",
      family = Family.TIME,
      doc = "A duration in milliseconds as a text in s, ms, μs or ns, whichever suits its size.",
      returns = "string",
      arity = "format_duration() expects 1 argument (milliseconds), got {got}",
      error = "format_duration requires a number argument",
      capability = Capability.CLOCK,
      example = "format_duration(1500)",
      result = "1.50s")
  public static String formatDuration(@Param(name = "ms") double milliseconds) {
    if (milliseconds >= 1000) {
      return fixed(milliseconds / 1000, 2).concat("s");
    }
    if (milliseconds >= 1) {
      return fixed(milliseconds, 2).concat("ms");
    }
    if (milliseconds >= 0.001) {
      return fixed(milliseconds * 1000, 2).concat("\u03bcs");
    }
    return fixed(milliseconds * 1_000_000, 0).concat("ns");
  }

  private static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return FloatText.of(value);
    }
    String digits =
        new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    boolean lostSign = (value < 0 || 1 / value < 0) && !digits.startsWith("-");
    return lostSign ? "-".concat(digits) : digits;
  }
}
