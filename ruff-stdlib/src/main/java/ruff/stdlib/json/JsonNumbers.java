package ruff.stdlib.json;

import java.nio.charset.StandardCharsets;
import ruff.value.Ints;

/** Reads numbers of a JSON text. */
final class JsonNumbers {
  /** Numbers of so many digits fit an int whatever the digits are. */
  private static final int SAFE_DIGITS = 18;

  private static final int MOST_INT_DIGITS = 19;

  /** Up to here every whole number is a float of its own. */
  private static final long EXACT = 1L << 53;

  /** The powers of ten that are floats of their own. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final JsonCursor in;

  /** The digits read so far as a number; meaningless when there were more than are safe. */
  private long digits;

  private int count;

  JsonNumbers(JsonCursor in) {
    this.in = in;
  }

  /** The number whose sign or first digit is the next byte. */
  Object value() throws InvalidJson {
    int start = in.at;
    boolean negative = in.peek() == '-';
    if (negative) {
      in.at++;
    }
    digits = 0;
    count = 0;
    whole();
    int next = in.peek();
    if (next != '.' && next != 'e' && next != 'E') {
      return whole(start, negative);
    }
    return fraction(start, negative, next);
  }

  private void whole() throws InvalidJson {
    int first = in.peek();
    needDigit(first);
    readDigits();
    if (first == '0' && count > 1) {
      in.at -= count - 1;
      throw in.unexpected("invalid number");
    }
  }

  private void needDigit(int found) throws InvalidJson {
    if (found < '0' || found > '9') {
      throw in.unexpected(found == JsonCursor.END ? "EOF while parsing a value" : "invalid number");
    }
  }

  private void readDigits() {
    byte[] bytes = in.text;
    int i = in.at;
    long value = digits;
    while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
      value = value * 10 + (bytes[i] - '0');
      i++;
    }
    digits = value;
    count += i - in.at;
    in.at = i;
  }

  private Object whole(int start, boolean negative) throws InvalidJson {
    if (count <= SAFE_DIGITS) {
      if (negative && digits == 0) {
        return -0.0;
      }
      return Ints.box(negative ? -digits : digits);
    }
    String text = text(start);
    if (count == MOST_INT_DIGITS) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException tooLarge) {
        return Double.parseDouble(text);
      }
    }
    return exactly(text);
  }

  private Double fraction(int start, boolean negative, int mark) throws InvalidJson {
    int decimals = 0;
    int next = mark;
    if (next == '.') {
      in.at++;
      needDigit(in.peek());
      int before = count;
      readDigits();
      decimals = count - before;
      next = in.peek();
    }
    if (next == 'e' || next == 'E') {
      exponent();
    } else if (count <= SAFE_DIGITS && digits < EXACT) {
      double value = digits / POWERS[decimals];
      return negative ? -value : value;
    }
    return exactly(text(start));
  }

  private void exponent() throws InvalidJson {
    in.at++;
    int next = in.peek();
    if (next == '+' || next == '-') {
      in.at++;
      next = in.peek();
    }
    needDigit(next);
    readDigits();
  }

  private double exactly(String text) throws InvalidJson {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw in.consumed("number out of range");
    }
    return value;
  }

  private String text(int start) {
    return new String(in.text, start, in.at - start, StandardCharsets.ISO_8859_1);
  }
}
