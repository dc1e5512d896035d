package ruff.parser;

import java.util.List;
import ruff.ast.Identifier;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;
import ruff.source.Span;

/** A place in the list of tokens. It never moves beyond the end-of-file token. */
final class TokenCursor {
  private final List<Token> tokens;
  private final int last;
  private int index;
  private Token current;
  private int previousEnd;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
    this.last = tokens.size() - 1;
    this.current = tokens.getFirst();
  }

  Token peek() {
    return current;
  }

  TokenKind kind() {
    return current.kind();
  }

  boolean at(TokenKind kind) {
    return current.kind() == kind;
  }

  boolean atEnd() {
    return index == last;
  }

  /** The kind of the token some places ahead. */
  TokenKind kindAfter(int places) {
    return tokens.get(Math.min(index + places, last)).kind();
  }

  Token tokenAt(int position) {
    return tokens.get(Math.min(position, last));
  }

  int index() {
    return index;
  }

  /** Where the current token starts in the text. */
  int start() {
    return current.start();
  }

  /** Where the token before the current one ends in the text. */
  int previousEnd() {
    return previousEnd;
  }

  Token advance() {
    Token passed = current;
    if (index < last) {
      moveTo(index + 1);
    }
    return passed;
  }

  /** Moves forward to a token; those in between count as read. */
  void moveTo(int position) {
    if (position > index) {
      previousEnd = tokens.get(position - 1).end();
    }
    index = position;
    current = tokens.get(position);
  }

  boolean accept(TokenKind kind) {
    if (current.kind() != kind) {
      return false;
    }
    advance();
    return true;
  }

  /**
   * Takes the first character of the current token for itself: {@code >=} where a type ends, say.
   *
   * @param rest what the token is without it
   */
  void splitOff(TokenKind rest) {
    int start = current.start() + 1;
    Span span = new Span(start, current.end());
    previousEnd = start;
    current = new Token(rest, span, rest.spelling(), null, List.of(), false);
  }

  /** From a place in the text to the end of the token read last; a hole when none was read. */
  Span since(int start) {
    return previousEnd <= start ? here() : new Span(start, previousEnd);
  }

  /** The empty place behind the token read last, where holes are. */
  Span here() {
    return new Span(previousEnd, previousEnd);
  }

  /** Reads the current token as a name. */
  Identifier identifier() {
    Token token = advance();
    return new Identifier(token.span(), token.text());
  }

  /** The name in a hole: empty, without extent. */
  Identifier missingIdentifier() {
    return new Identifier(here(), "");
  }
}
