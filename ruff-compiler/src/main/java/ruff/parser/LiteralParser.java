package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;
import ruff.source.Span;

/** Reads array, dictionary and struct literals and interpolated strings. */
final class LiteralParser {
  private final Grammar grammar;
  private final ExpressionParser expressions;
  private final TokenCursor cursor;
  private final Recovery recovery;

  LiteralParser(Grammar grammar) {
    this.grammar = grammar;
    this.expressions = grammar.expressions;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  Expr array() {
    int start = cursor.start();
    if (!grammar.nesting.enterExpression("array literal")) {
      return skippedLiteral(start);
    }
    List<Expr> elements = new ArrayList<>();
    Items items = new Items(grammar, TokenKind.RIGHT_BRACKET);
    while (items.next() && fits(items, "Array literal exceeds maximum element count of ")) {
      elements.add(element());
    }
    items.close("to close array literal");
    grammar.nesting.leaveExpression();
    return new Expr.ArrayLiteral(cursor.since(start), List.copyOf(elements));
  }

  private Expr element() {
    if (!cursor.at(TokenKind.ELLIPSIS)) {
      return expressions.sameLevel();
    }
    int start = cursor.start();
    cursor.advance();
    Expr operand = expressions.sameLevel();
    return new Expr.Spread(cursor.since(start), operand);
  }

  Expr dict() {
    int start = cursor.start();
    if (!grammar.nesting.enterExpression("dictionary literal")) {
      return skippedLiteral(start);
    }
    int faultsBefore = recovery.faults();
    List<Expr.DictEntry> entries = new ArrayList<>();
    Items items = new Items(grammar, TokenKind.RIGHT_BRACE);
    while (items.next() && fits(items, "Dictionary literal exceeds maximum item count of ")) {
      entries.add(entry());
    }
    items.close("to close dictionary literal");
    grammar.nesting.leaveExpression();
    if (recovery.faults() > faultsBefore && expressions.place() == ExpressionParser.Place.HEADER) {
      // Most likely the block itself, behind a condition that was forgotten.
      recovery.stayLost();
    }
    return new Expr.DictLiteral(cursor.since(start), List.copyOf(entries));
  }

  private Expr.DictEntry entry() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.ELLIPSIS)) {
      Expr operand = expressions.sameLevel();
      return new Expr.DictEntry(cursor.since(start), null, operand);
    }
    Expr key = expressions.sameLevel();
    Expr value = expressions.missing();
    if (recovery.accept(TokenKind.COLON)) {
      value = expressions.sameLevel();
    } else {
      recovery.fault("Expected ':' in dictionary literal");
    }
    // A missing key lies before the colon that the entry starts with.
    return new Expr.DictEntry(key.span().to(cursor.since(start)), key, value);
  }

  private Expr skippedLiteral(int start) {
    recovery.skipPast(cursor.index());
    return new Expr.Missing(cursor.since(start));
  }

  private boolean fits(Items items, String tooMany) {
    boolean fits = items.count() <= ParseLimits.LITERAL_ELEMENTS;
    if (!fits) {
      recovery.fault(tooMany + ParseLimits.LITERAL_ELEMENTS);
    }
    return fits;
  }

  Expr struct() {
    int start = cursor.start();
    Identifier name = cursor.identifier();
    List<Expr.FieldInit> fields = new ArrayList<>();
    Items items = new Items(grammar, TokenKind.RIGHT_BRACE);
    while (items.next() && cursor.at(TokenKind.IDENTIFIER)) {
      fields.add(field());
    }
    items.close("to close struct literal");
    return new Expr.StructLiteral(cursor.since(start), name, List.copyOf(fields));
  }

  private Expr.FieldInit field() {
    int start = cursor.start();
    Identifier name = cursor.identifier();
    Expr value =
        recovery.expect(TokenKind.COLON, "after field name in struct literal")
            ? expressions.expression()
            : expressions.missing();
    return new Expr.FieldInit(cursor.since(start), name, value);
  }

  /** Reads the tokens of an interpolated string, from the opening one on. */
  Expr interpolation() {
    int start = cursor.start();
    List<Expr> parts = new ArrayList<>();
    ExpressionParser.Place outer = expressions.enter(ExpressionParser.Place.BRACKETS);
    boolean closed = false;
    while (!closed) {
      int open = cursor.index();
      addText(parts, cursor.advance());
      parts.add(expressions.expression());
      closed = closed(parts, open);
    }
    expressions.leaveTo(outer);
    return new Expr.Interpolation(cursor.since(start), List.copyOf(parts));
  }

  /** Reads the end of an interpolation; whether another one follows in the string. */
  private boolean closed(List<Expr> parts, int open) {
    boolean atEnd = cursor.at(TokenKind.STRING_MIDDLE) || cursor.at(TokenKind.STRING_CLOSE);
    if (!atEnd) {
      recovery.fault("Invalid interpolated string expression");
    }
    if (!recovery.skipTo(open)) {
      return true;
    }
    if (cursor.at(TokenKind.STRING_CLOSE)) {
      addText(parts, cursor.advance());
      return true;
    }
    return false;
  }

  private static void addText(List<Expr> parts, Token token) {
    if (!token.stringValue().isEmpty()) {
      boolean interpolates = token.kind() != TokenKind.STRING_CLOSE;
      int end = token.end() - (interpolates ? 2 : 1);
      Span span = new Span(token.start() + 1, Math.max(token.start() + 1, end));
      parts.add(new Expr.StringLiteral(span, token.stringValue()));
    }
  }
}
