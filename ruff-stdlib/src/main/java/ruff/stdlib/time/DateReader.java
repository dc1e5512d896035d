package ruff.stdlib.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import ruff.stdlib.text.WhiteSpace;

/** Reads a date written as YYYY-MM-DD. */
final class DateReader {
  static final int FIRST_YEAR = -262_143;
  static final int LAST_YEAR = 262_142;

  private static final String OUT_OF_RANGE = "input is out of range";
  private static final String INVALID = "input contains invalid characters";
  private static final String TOO_SHORT = "premature end of input";
  private static final String TOO_LONG = "trailing input";

  /** Why a text is not a date; its message is the reason. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
      super(reason, null, false, false);
    }
  }

  private final String text;
  private int at;

  DateReader(String text) {
    this.text = text;
  }

  LocalDate read() throws Unreadable {
    long year = year();
    separator();
    long month = number(2, 12);
    separator();
    long day = number(2, 31);
    if (at < text.length()) {
      throw new Unreadable(TOO_LONG);
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Unreadable(OUT_OF_RANGE);
    }
    try {
      return LocalDate.of((int) year, (int) month, (int) day);
    } catch (DateTimeException noSuchDay) {
      throw new Unreadable(OUT_OF_RANGE);
    }
  }

  private long year() throws Unreadable {
    skipWhiteSpace();
    boolean signed = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
    if (!signed) {
      return digits(4);
    }
    boolean negative = text.charAt(at++) == '-';
    long year = digits(9);
    return negative ? -year : year;
  }

  private long number(int most, int greatest) throws Unreadable {
    skipWhiteSpace();
    long number = digits(most);
    if (number < 1 || number > greatest) {
      throw new Unreadable(OUT_OF_RANGE);
    }
    return number;
  }

  private long digits(int most) throws Unreadable {
    int start = at;
    long number = 0;
    while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at == start) {
      throw new Unreadable(at == text.length() ? TOO_SHORT : INVALID);
    }
    return number;
  }

  private void separator() throws Unreadable {
    if (at == text.length()) {
      throw new Unreadable(TOO_SHORT);
    }
    if (text.charAt(at++) != '-') {
      throw new Unreadable(INVALID);
    }
  }

  private void skipWhiteSpace() {
    while (at < text.length() && WhiteSpace.is(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
