package ruff.stdlib.json;

import ruff.value.FloatText;

/**
 * Floats as JSON and YAML have them: the shortest digits that read back as the same number, with an
 * exponent for very small and very large ones, and otherwise always with a fraction.
 */
public final class ScientificText {
  private static final double POSITIONAL_FROM = 1e-5;
  private static final double POSITIONAL_TO = 1e16;

  private ScientificText() {}

  /**
   * Writes a finite number.
   *
   * @param plus what stands before a positive exponent
   */
  public static void append(StringBuilder out, double number, String plus) {
    double size = Math.abs(number);
    if (number == 0 || (size >= POSITIONAL_FROM && size < POSITIONAL_TO)) {
      FloatText.append(out, number);
      if (number == Math.rint(number)) {
        out.append(".0");
      }
    } else {
      appendScientific(out, number, plus);
    }
  }

  private static void appendScientific(StringBuilder out, double number, String plus) {
    if (number < 0) {
      out.append('-');
    }
    String text = FloatText.of(Math.abs(number));
    boolean large = Math.abs(number) >= POSITIONAL_TO;
    int first = large ? 0 : firstDigit(text);
    int last = text.length();
    while (text.charAt(last - 1) == '0') {
      last--;
    }
    out.append(text.charAt(first));
    if (last > first + 1) {
      out.append('.').append(text, first + 1, last);
    }
    out.append('e').append(large ? plus : "-").append(large ? text.length() - 1 : first - 1);
  }

  /** The index of the first digit behind {@code 0.} that is not zero. */
  private static int firstDigit(String text) {
    int at = 2;
    while (text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
