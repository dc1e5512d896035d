package ruff.parser;

import ruff.lexer.TokenKind;

/**
 * A list in brackets that is being read: {@code while (items.next()) add(item());}, then {@link
 * #close}. A comma may follow the last item.
 */
final class Items {
  private final TokenCursor cursor;
  private final Recovery recovery;
  private final ExpressionParser expressions;
  private final ExpressionParser.Place outer;
  private final TokenKind closing;
  private final int open;
  private int count;

  /** Reads the opening bracket, which is the current token. */
  Items(Grammar grammar, TokenKind closing) {
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
    this.expressions = grammar.expressions;
    this.outer = expressions.enter(ExpressionParser.Place.BRACKETS);
    this.closing = closing;
    this.open = cursor.index();
    recovery.accept(cursor.kind());
  }

  /** Reads the comma before an item; whether the next token may start that item. */
  boolean next() {
    boolean first = count == 0;
    count++;
    return (first || recovery.accept(TokenKind.COMMA)) && !cursor.at(closing) && !cursor.atEnd();
  }

  /** The number of the item that {@link #next} found, from 1. */
  int count() {
    return count;
  }

  /** Reads the closing bracket; without it, the list ends here. */
  void closeHere(String context) {
    expressions.leaveTo(outer);
    recovery.expect(closing, context);
  }

  /** Reads the closing bracket; after a fault, skips to it where it can be found. */
  void close(String context) {
    expressions.leaveTo(outer);
    recovery.close(open, closing, context);
  }
}
