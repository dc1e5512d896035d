package ruff.lexer;

import java.util.ArrayList;
import java.util.List;
import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticLog;
import ruff.source.SourceText;
import ruff.source.Span;

/** Reads what stands between tokens: blanks, line ends, comments and characters out of place. */
final class TriviaScanner {
  private final String text;
  private final DiagnosticLog log;
  private boolean sawLineEnd;

  TriviaScanner(String text, DiagnosticLog log) {
    this.text = text;
    this.log = log;
  }

  /** Whether the trivia read last hold a line end. */
  boolean sawLineEnd() {
    return sawLineEnd;
  }

  /** Reads from an offset up to the next character that starts a token. */
  List<Trivia> scan(int offset) {
    sawLineEnd = false;
    List<Trivia> found = null;
    int at = offset;
    while (at < text.length()) {
      Trivia next = pieceAt(at);
      if (next == null) {
        break;
      }
      if (found == null) {
        found = new ArrayList<>(2);
      }
      found.add(next);
      at = next.span().end();
    }
    return found == null ? List.of() : List.copyOf(found);
  }

  private Trivia pieceAt(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case ' ', '\t' -> new Trivia(Trivia.Kind.WHITESPACE, new Span(at, endOfBlanks(at)));
      case '\n', '\r' -> lineEnd(at);
      case '#' -> lineComment(at);
      case '/' -> comment(at);
      case SourceText.BYTE_ORDER_MARK ->
          at == 0 ? new Trivia(Trivia.Kind.BYTE_ORDER_MARK, new Span(0, 1)) : misplaced(at);
      default -> startsToken(c) ? null : misplaced(at);
    };
  }

  private static boolean startsToken(char c) {
    return Chars.startsName(c) || Chars.isDigit(c) || c == '"' || SignTable.startsWith(c);
  }

  private int endOfBlanks(int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private Trivia lineEnd(int at) {
    sawLineEnd = true;
    int length = text.startsWith("\r\n", at) ? 2 : 1;
    return new Trivia(Trivia.Kind.NEWLINE, new Span(at, at + length));
  }

  private Trivia comment(int at) {
    if (text.startsWith("//", at)) {
      return lineComment(at);
    }
    return text.startsWith("/*", at) ? blockComment(at) : null;
  }

  private Trivia lineComment(int start) {
    int at = start;
    while (at < text.length() && !Chars.isLineEnd(text.charAt(at))) {
      reportNullByte(at);
      at++;
    }
    return new Trivia(Trivia.Kind.LINE_COMMENT, new Span(start, at));
  }

  private Trivia blockComment(int start) {
    int close = text.indexOf("*/", start + 2);
    if (close < 0) {
      log.report(DiagnosticCode.UNTERMINATED_COMMENT, start, "Unterminated block comment");
    }
    int end = close < 0 ? text.length() : close + 2;
    for (int at = start; at < end; at++) {
      sawLineEnd |= Chars.isLineEnd(text.charAt(at));
      reportNullByte(at);
    }
    return new Trivia(Trivia.Kind.BLOCK_COMMENT, new Span(start, end));
  }

  private Trivia misplaced(int at) {
    int c = text.codePointAt(at);
    if (!reportNullByte(at)) {
      String shown = Character.toString(c);
      log.report(DiagnosticCode.INVALID_CHARACTER, at, "Invalid character: '" + shown + "'");
    }
    return new Trivia(Trivia.Kind.SKIPPED, new Span(at, at + Character.charCount(c)));
  }

  private boolean reportNullByte(int at) {
    boolean isNull = text.charAt(at) == 0;
    if (isNull) {
      log.report(DiagnosticCode.NULL_BYTE, at, "Null byte is not allowed in source");
    }
    return isNull;
  }
}
