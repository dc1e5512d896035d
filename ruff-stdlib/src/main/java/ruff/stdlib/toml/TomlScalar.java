package ruff.stdlib.toml;

import java.time.YearMonth;
import ruff.value.Ints;

/** Reads one bool, number, date or time. */
final class TomlScalar {
  private static final int DATE_LENGTH = "2024-01-01".length();
  private static final int TIME_LENGTH = "07:32:00".length();

  private final TomlCursor in;

  /** Where the value begins. */
  private final int start;

  TomlScalar(TomlCursor in) {
    this.in = in;
    this.start = in.at;
  }

  Object read() throws InvalidToml {
    if (in.take("true")) {
      return Boolean.TRUE;
    }
    if (in.take("false")) {
      return Boolean.FALSE;
    }
    if (isShape("dddd-dd-dd", start)) {
      return date();
    }
    if (isShape("dd:dd:dd", start)) {
      passTime();
      return in.text.substring(start, in.at);
    }
    return number();
  }

  /** Whether digits and other characters follow each other in a certain way. */
  private boolean isShape(String shape, int from) {
    if (from + shape.length() > in.text.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char unit = in.text.charAt(from + i);
      if (shape.charAt(i) == 'd' ? !isDigit(unit) : unit != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(int unit) {
    return unit >= '0' && unit <= '9';
  }

  private int digits(int from, int to) {
    return Integer.parseInt(in.text, from, to, 10);
  }

  private String date() throws InvalidToml {
    int month = digits(start + 5, start + 7);
    int day = digits(start + 8, start + DATE_LENGTH);
    boolean valid =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(digits(start, start + 4), month).lengthOfMonth();
    if (!valid) {
      throw new InvalidToml("invalid date", start);
    }
    in.at += DATE_LENGTH;
    int mark = in.peek();
    boolean marked = mark == 'T' || mark == 't' || mark == ' ';
    if (!marked || !isShape("dd:dd:dd", in.at + 1)) {
      return in.text.substring(start, in.at);
    }
    in.at++;
    passTime();
    int end = in.at;
    return in.text.substring(start, start + DATE_LENGTH)
        + "T"
        + in.text.substring(start + DATE_LENGTH + 1, end)
        + offset();
  }

  private void passTime() throws InvalidToml {
    int from = in.at;
    boolean valid =
        digits(from, from + 2) < 24
            && digits(from + 3, from + 5) < 60
            && digits(from + 6, from + TIME_LENGTH) <= 60;
    if (!valid) {
      throw new InvalidToml("invalid time", start);
    }
    in.at += TIME_LENGTH;
    if (in.peek() == '.' && isDigit(in.peek(1))) {
      in.at += 2;
      while (isDigit(in.peek())) {
        in.at++;
      }
    }
  }

  private String offset() throws InvalidToml {
    if (in.take("Z") || in.take("z")) {
      return "Z";
    }
    int from = in.at;
    if (!isShape("+dd:dd", from) && !isShape("-dd:dd", from)) {
      return "";
    }
    if (digits(from + 1, from + 3) > 23 || digits(from + 4, from + 6) > 59) {
      throw new InvalidToml("invalid time offset", from);
    }
    in.at += 6;
    return in.text.substring(from, in.at);
  }

  private Object number() throws InvalidToml {
    boolean signed = in.take("+") || in.take("-");
    if (in.take("inf")) {
      return in.text.charAt(start) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (in.take("nan")) {
      return Double.NaN;
    }
    if (!signed && in.peek() == '0') {
      int base = base(in.peek(1));
      if (base > 0 && isDigit(in.peek(2), base)) {
        in.at += 2;
        passDigits(base);
        return whole(in.text.substring(start + 2, in.at), base);
      }
    }
    if (!isDigit(in.peek())) {
      throw new InvalidToml("invalid value", start);
    }
    if (in.peek() == '0') {
      in.at++;
    } else {
      passDigits(10);
    }
    boolean real = passFraction() | passExponent();
    String text = in.text.substring(start, in.at);
    return real ? (Object) real(text.replace("_", "")) : whole(text, 10);
  }

  private static int base(int letter) {
    return switch (letter) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 0;
    };
  }

  private static boolean isDigit(int unit, int base) {
    return unit < 128 && Character.digit(unit, base) >= 0;
  }

  /** Passes digits with single underscores between them. */
  private void passDigits(int base) {
    while (isDigit(in.peek(), base) || (in.peek() == '_' && isDigit(in.peek(1), base))) {
      in.at++;
    }
  }

  private boolean passFraction() {
    if (in.peek() != '.' || !isDigit(in.peek(1))) {
      return false;
    }
    in.at++;
    passDigits(10);
    return true;
  }

  private boolean passExponent() {
    if (in.peek() != 'e' && in.peek() != 'E') {
      return false;
    }
    int sign = in.peek(1) == '+' || in.peek(1) == '-' ? 1 : 0;
    if (!isDigit(in.peek(1 + sign))) {
      return false;
    }
    in.at += 1 + sign;
    passDigits(10);
    return true;
  }

  private Object whole(String digits, int base) throws InvalidToml {
    try {
      return Ints.box(Long.parseLong(digits.replace("_", ""), base));
    } catch (NumberFormatException tooLarge) {
      throw new InvalidToml("number too large to fit in target type", start);
    }
  }

  private double real(String text) throws InvalidToml {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new InvalidToml("invalid floating-point number: too large", start);
    }
    return value;
  }
}
