package ruff.parser;

import ruff.lexer.Token;
import ruff.lexer.TokenKind;
import ruff.source.DiagnosticCode;
import ruff.source.DiagnosticLog;

/**
 * Reports faults and finds the way back, so that one mistake gives one message.
 *
 * <p>From a fault on, the parser is <em>lost</em>: further faults stay silent, the parts of the
 * grammar return holes and leave tokens alone. It finds itself again where a token that the grammar
 * asks for is there after all, at the closing bracket of the list the fault was in, at the brace
 * that opens the block of a broken header, or at the next statement, whichever comes first. At the
 * end of the file it stays lost.
 */
final class Recovery {
  private final TokenCursor cursor;
  private final BracketPairs brackets;
  private final DiagnosticLog log;
  private boolean lost;
  private int faults;
  private int lastFault = -1;
  private int owedBraces;
  private final int[] awaited = new int[TokenKind.values().length];

  Recovery(TokenCursor cursor, BracketPairs brackets, DiagnosticLog log) {
    this.cursor = cursor;
    this.brackets = brackets;
    this.log = log;
  }

  boolean isLost() {
    return lost;
  }

  /** Reports a fault at the current token. */
  void fault(String message) {
    note(cursor.start(), message);
    lost = true;
  }

  /** How many faults were reported so far. */
  int faults() {
    return faults;
  }

  /** Goes on as after a fault that was reported already. */
  void stayLost() {
    lost = true;
  }

  /** Reports a fault that does not keep the parser from going on. */
  void note(int offset, String message) {
    if (!lost && offset != lastFault) {
      faults++;
      lastFault = offset;
      log.report(DiagnosticCode.SYNTAX, offset, message);
    }
  }

  /**
   * Reads a token that must be there.
   *
   * @param context the words between the token asked for and "but found"
   */
  boolean expect(TokenKind kind, String context) {
    if (cursor.at(kind)) {
      cursor.advance();
      lost = false;
      return true;
    }
    faultExpected(kind, context);
    return false;
  }

  void faultExpected(TokenKind kind, String context) {
    fault("Expected " + kind.describe() + " " + context + " but found " + cursor.peek().describe());
  }

  /** Reads a token that may be there. */
  boolean accept(TokenKind kind) {
    if (!cursor.accept(kind)) {
      return false;
    }
    lost = false;
    return true;
  }

  /**
   * Reads the end of a bracketed list; after a fault, skips to it where it can be found.
   *
   * @param open the index of the opening bracket
   */
  void close(int open, TokenKind kind, String context) {
    if (!expect(kind, context)) {
      skipPast(open);
    }
  }

  /** Goes to the bracket that closes the one at an index, when there is one ahead. */
  boolean skipTo(int open) {
    int closing = brackets.closing(open);
    if (closing < cursor.index()) {
      return false;
    }
    cursor.moveTo(closing);
    lost = false;
    return true;
  }

  /** Goes behind the bracket that closes the one at an index, when there is one ahead. */
  boolean skipPast(int open) {
    boolean found = skipTo(open);
    if (found) {
      cursor.advance();
    }
    return found;
  }

  /** The kind of the token behind the bracket that closes the current one; null without one. */
  TokenKind kindBehindBrackets() {
    int closing = brackets.closing(cursor.index());
    return closing < 0 ? null : cursor.tokenAt(closing + 1).kind();
  }

  /**
   * Goes to the brace that must open a body here; behind a broken header, to one further on in the
   * line. Where there is none, its closing one, when it comes, will not be reported again.
   *
   * @param construct what the brace opens, in words
   */
  boolean reachOpening(String construct) {
    if (cursor.at(TokenKind.LEFT_BRACE)) {
      return true;
    }
    boolean known = lost;
    faultExpected(TokenKind.LEFT_BRACE, "to start " + construct);
    int found = braceOnLine();
    if (found < 0) {
      owedBraces += known ? 0 : 1;
      return false;
    }
    cursor.moveTo(found);
    lost = false;
    return true;
  }

  private int braceOnLine() {
    int found = -1;
    int at = cursor.index();
    while (!endsHeader(cursor.tokenAt(at))) {
      if (cursor.tokenAt(at).kind() == TokenKind.LEFT_BRACE) {
        found = at;
      }
      at = behind(at);
    }
    return found;
  }

  private static boolean endsHeader(Token token) {
    return token.startsLine()
        || TokenSets.STATEMENT_WORDS.contains(token.kind())
        || TokenSets.CLAUSE_WORDS.contains(token.kind())
        || switch (token.kind()) {
          case SEMICOLON, RIGHT_BRACE, END_OF_FILE -> true;
          default -> false;
        };
  }

  /**
   * Skips a closing brace whose opening one was reported as missing, and what goes on from it, such
   * as an {@code else} block.
   */
  boolean skipOwedBrace() {
    if (owedBraces == 0 || !cursor.at(TokenKind.RIGHT_BRACE)) {
      return false;
    }
    owedBraces--;
    cursor.advance();
    lost = true;
    seekStatement();
    return true;
  }

  /** Says that a statement around may go on with a clause, such as {@code except}. */
  void await(TokenKind clause) {
    awaited[clause.ordinal()]++;
  }

  void cease(TokenKind clause) {
    awaited[clause.ordinal()]--;
  }

  /** Whether the current token starts a clause that a statement around waits for. */
  boolean atAwaitedClause() {
    return awaited[cursor.kind().ordinal()] > 0;
  }

  /** After a fault: skips to where a statement may begin or a block may end. */
  void seekStatement() {
    while (lost && !cursor.atEnd() && !atStatementBorder()) {
      skipOne();
    }
    regain();
  }

  /** Says that the parser knows where it is again, unless that is the end of the file. */
  void regain() {
    lost = lost && cursor.atEnd();
  }

  private boolean atStatementBorder() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case SEMICOLON -> true;
      case ELSE, EXCEPT, CASE, DEFAULT -> atAwaitedClause();
      case RIGHT_BRACE -> token.startsLine() || brackets.isPaired(cursor.index());
      default ->
          TokenSets.STATEMENT_WORDS.contains(token.kind())
              || (token.startsLine() && TokenSets.startsStatement(token.kind()));
    };
  }

  void skipToEnd() {
    while (!cursor.atEnd()) {
      cursor.advance();
    }
  }

  /** Skips a token, together with what it encloses when it is a bracket. */
  void skipOne() {
    cursor.moveTo(behind(cursor.index()));
  }

  private int behind(int index) {
    int closing = brackets.closing(index);
    return Math.max(index, closing) + 1;
  }
}
