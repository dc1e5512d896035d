package ruff.lexer;

import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticLog;

/**
 * Reads a number: digits, or digits, a point and digits.
 *
 * <p>A point not followed by a digit belongs to the next token. Letters right behind the digits are
 * taken with them, so that one slip gives one message.
 */
final class NumberScanner {
  private final String text;
  private final DiagnosticLog log;
  private int end;
  private Object value;

  NumberScanner(String text, DiagnosticLog log) {
    this.text = text;
    this.log = log;
  }

  /** Where the number read last ends. */
  int end() {
    return end;
  }

  /** The value of the number read last; null when it was invalid. */
  Object value() {
    return value;
  }

  /** Reads the number that starts at an offset. */
  TokenKind scan(int start) {
    value = null;
    int at = endOfDigits(start);
    boolean fraction = Chars.at(text, at) == '.' && Chars.isDigit(Chars.at(text, at + 1));
    if (fraction) {
      at = endOfDigits(at + 1);
    }
    end = endOfSuffix(at);
    if (at - start > LexLimits.NUMBER_LENGTH) {
      String limit = " of " + LexLimits.NUMBER_LENGTH + " characters";
      return invalid(
          DiagnosticCode.NUMBER_TOO_LONG, start, "Numeric literal exceeds max length" + limit);
    }
    if (end > at) {
      return invalid(
          DiagnosticCode.MALFORMED_NUMBER, start, "Malformed numeric literal: " + taken(start));
    }
    return fraction ? floatAt(start) : intAt(start);
  }

  private TokenKind intAt(int start) {
    try {
      value = Long.parseLong(taken(start));
      return TokenKind.INT;
    } catch (NumberFormatException tooLarge) {
      return overflow(start);
    }
  }

  private TokenKind floatAt(int start) {
    double parsed = Double.parseDouble(taken(start));
    if (Double.isInfinite(parsed)) {
      return overflow(start);
    }
    value = parsed;
    return TokenKind.FLOAT;
  }

  private TokenKind overflow(int start) {
    return invalid(
        DiagnosticCode.NUMBER_OVERFLOW, start, "Numeric literal overflow: " + taken(start));
  }

  private TokenKind invalid(DiagnosticCode code, int start, String message) {
    log.report(code, start, message);
    return TokenKind.INVALID;
  }

  private String taken(int start) {
    return text.substring(start, end);
  }

  private int endOfDigits(int start) {
    int at = start;
    while (at < text.length() && Chars.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfSuffix(int start) {
    if (!Chars.isLetterOrUnderscore(Chars.at(text, start))) {
      return start;
    }
    int at = start;
    while (Chars.continuesName(Chars.at(text, at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
