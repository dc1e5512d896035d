package ruff.lexer;

import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticLog;

/** Reads one run of string text: up to the closing quote, the next interpolation or a line end. */
final class StringScanner {
  /** What ended a run. */
  enum Ending {
    QUOTE,
    INTERPOLATION,
    /** A line end or the end of the file, which is not part of the run. */
    MISSING
  }

  private final String text;
  private final DiagnosticLog log;
  private int at;
  private String value;

  StringScanner(String text, DiagnosticLog log) {
    this.text = text;
    this.log = log;
  }

  /** Where the run read last ends, the sign that ended it included. */
  int end() {
    return at;
  }

  /** The text of the run read last, escapes resolved. */
  String value() {
    return value;
  }

  /**
   * Reads a run.
   *
   * @param start where its first character stands
   * @param quote where the string was opened; faults of length are reported there
   */
  Ending scan(int start, int quote) {
    at = start;
    StringBuilder resolved = new StringBuilder();
    Ending ending = null;
    while (ending == null) {
      ending = step(resolved);
    }
    value = resolved.toString();
    boolean mayBeLong = value.length() > LexLimits.STRING_LENGTH;
    if (mayBeLong && value.codePointCount(0, value.length()) > LexLimits.STRING_LENGTH) {
      String limit = " of " + LexLimits.STRING_LENGTH + " characters";
      log.report(
          DiagnosticCode.STRING_TOO_LONG, quote, "String literal exceeds max length" + limit);
    }
    return ending;
  }

  private Ending step(StringBuilder resolved) {
    int c = Chars.at(text, at);
    if (c < 0 || Chars.isLineEnd(c)) {
      return Ending.MISSING;
    }
    if (c == '"') {
      at++;
      return Ending.QUOTE;
    }
    if (c == '$' && Chars.at(text, at + 1) == '{') {
      at += 2;
      return Ending.INTERPOLATION;
    }
    if (c == '\\') {
      escape(resolved);
      return null;
    }
    if (c == 0) {
      log.report(DiagnosticCode.NULL_BYTE, at, "Null byte is not allowed in source");
    }
    resolved.appendCodePoint(c);
    at += Character.charCount(c);
    return null;
  }

  private void escape(StringBuilder resolved) {
    int start = at++;
    int c = Chars.at(text, at);
    if (c < 0 || Chars.isLineEnd(c)) {
      // The missing quote is the fault to report, and the line end must stay for it.
      return;
    }
    at += Character.charCount(c);
    switch (c) {
      case 'n' -> resolved.append('\n');
      case 't' -> resolved.append('\t');
      case 'r' -> resolved.append('\r');
      case '\\', '"', '$' -> resolved.append((char) c);
      default -> {
        resolved.appendCodePoint(c);
        String shown = Character.toString(c);
        log.report(DiagnosticCode.INVALID_ESCAPE, start, "Invalid escape sequence: \\\\" + shown);
      }
    }
  }
}
