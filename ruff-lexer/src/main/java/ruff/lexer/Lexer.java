package ruff.lexer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticLog;
import ruff.source.SourceText;
import ruff.source.Span;

/**
 * Turns a source text into tokens, any text whatever: faults are reported and lexing goes on.
 *
 * <p>An interpolated string is not one token but a bracket of tokens: STRING_OPEN, the tokens of
 * the first expression, STRING_MIDDLE, ..., STRING_CLOSE. So expressions in strings are ordinary
 * tokens with ordinary places, and nesting costs no recursion.
 */
public final class Lexer {
  /** A string whose interpolation is being read. */
  private static final class OpenString {
    private final int quote;
    private int braces;

    private OpenString(int quote) {
      this.quote = quote;
    }
  }

  private final String text;
  private final DiagnosticLog log;
  private final TriviaScanner trivia;
  private final NumberScanner numbers;
  private final StringScanner strings;
  private final Deque<OpenString> openStrings = new ArrayDeque<>();
  private final List<Token> tokens = new ArrayList<>();
  private List<Trivia> leading = List.of();
  private int at;

  private Lexer(SourceText source) {
    this.text = source.text();
    this.log = new DiagnosticLog(source);
    this.trivia = new TriviaScanner(text, log);
    this.numbers = new NumberScanner(text, log);
    this.strings = new StringScanner(text, log);
  }

  public static LexResult lex(SourceText source) {
    Lexer lexer = new Lexer(source);
    lexer.run();
    return new LexResult(List.copyOf(lexer.tokens), lexer.log.toList());
  }

  private void run() {
    boolean more = true;
    while (more) {
      leading = trivia.scan(at);
      if (!leading.isEmpty()) {
        at = leading.getLast().span().end();
      }
      more = at < text.length();
      if (more) {
        token();
      }
    }
    if (!openStrings.isEmpty()) {
      reportOpenInterpolation();
    }
    add(TokenKind.END_OF_FILE, at, null);
  }

  private void token() {
    char c = text.charAt(at);
    if (Chars.startsName(c)) {
      word();
    } else if (Chars.isDigit(c)) {
      TokenKind kind = numbers.scan(at);
      add(kind, numbers.end(), numbers.value());
    } else if (c == '"') {
      openString();
    } else if (c == '}' && !openStrings.isEmpty() && openStrings.peek().braces == 0) {
      resumeString();
    } else {
      sign();
    }
  }

  private void word() {
    int end = at + 1;
    while (Chars.continuesName(Chars.at(text, end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    boolean mayBeLong = end - at > LexLimits.IDENTIFIER_LENGTH;
    if (mayBeLong && text.codePointCount(at, end) > LexLimits.IDENTIFIER_LENGTH) {
      String limit = " of " + LexLimits.IDENTIFIER_LENGTH + " characters";
      log.report(DiagnosticCode.IDENTIFIER_TOO_LONG, at, "Identifier exceeds max length" + limit);
    }
    String word = text.substring(at, end);
    TokenKind keyword = TokenKind.keyword(word);
    if (keyword != null) {
      addSpelled(keyword);
    } else {
      add(TokenKind.IDENTIFIER, end, null, word);
    }
  }

  private void sign() {
    TokenKind kind = SignTable.longestAt(text, at);
    if (!openStrings.isEmpty()) {
      OpenString open = openStrings.peek();
      switch (kind) {
        case LEFT_BRACE -> open.braces++;
        case RIGHT_BRACE -> open.braces--;
        default -> {}
      }
    }
    addSpelled(kind);
  }

  private void openString() {
    int quote = at;
    StringScanner.Ending ending = strings.scan(at + 1, quote);
    add(
        ending == StringScanner.Ending.INTERPOLATION ? TokenKind.STRING_OPEN : TokenKind.STRING,
        strings.end(),
        strings.value());
    switch (ending) {
      case INTERPOLATION -> openStrings.push(new OpenString(quote));
      case MISSING -> reportUnclosed(quote);
      case QUOTE -> {}
    }
  }

  private void resumeString() {
    OpenString open = openStrings.peek();
    StringScanner.Ending ending = strings.scan(at + 1, open.quote);
    if (ending == StringScanner.Ending.INTERPOLATION) {
      add(TokenKind.STRING_MIDDLE, strings.end(), strings.value());
      return;
    }
    openStrings.pop();
    add(TokenKind.STRING_CLOSE, strings.end(), strings.value());
    if (ending == StringScanner.Ending.MISSING) {
      reportUnclosed(open.quote);
    }
  }

  /**
   * Reports a string that its line does not close. Inside an interpolation the quote that opened it
   * was most likely meant to close the outer string, so all strings end here.
   */
  private void reportUnclosed(int quote) {
    if (openStrings.isEmpty()) {
      log.report(DiagnosticCode.UNTERMINATED_STRING, quote, "Unterminated string literal");
    } else {
      reportOpenInterpolation();
      openStrings.clear();
    }
  }

  private void reportOpenInterpolation() {
    log.report(
        DiagnosticCode.UNTERMINATED_STRING,
        openStrings.getLast().quote,
        "Unterminated interpolated string expression");
  }

  private void addSpelled(TokenKind kind) {
    add(kind, at + kind.spelling().length(), null, kind.spelling());
  }

  private void add(TokenKind kind, int end, Object value) {
    add(kind, end, value, text.substring(at, end));
  }

  private void add(TokenKind kind, int end, Object value, String spelled) {
    boolean startsLine = tokens.isEmpty() || trivia.sawLineEnd();
    tokens.add(new Token(kind, new Span(at, end), spelled, value, leading, startsLine));
    at = end;
  }
}
