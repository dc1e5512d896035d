package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.TypeExpr;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/** Reads type annotations. */
final class TypeParser {
  private final Nesting nesting;
  private final TokenCursor cursor;
  private final Recovery recovery;

  TypeParser(Grammar grammar) {
    this.nesting = grammar.nesting;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  /** {@code : type}, or null when there is none. */
  TypeExpr annotation() {
    return recovery.accept(TokenKind.COLON) ? type() : null;
  }

  TypeExpr type() {
    if (!nesting.enterExpression("type annotation")) {
      return new TypeExpr.Named(cursor.here(), "", List.of());
    }
    int start = cursor.start();
    TypeExpr type = named();
    int suffixes = 0;
    while (!recovery.isLost() && suffixes >= 0) {
      TypeExpr longer = withSuffix(start, type);
      boolean deeper = longer != type && nesting.enterExpression("type annotation");
      suffixes = deeper ? suffixes + 1 : -suffixes - 1;
      type = longer;
    }
    leave(suffixes >= 0 ? suffixes : -suffixes - 1);
    return type;
  }

  private void leave(int suffixes) {
    for (int i = 0; i <= suffixes; i++) {
      nesting.leaveExpression();
    }
  }

  private TypeExpr named() {
    int start = cursor.start();
    switch (cursor.kind()) {
      case INT_TYPE, FLOAT_TYPE, STRING_TYPE, BOOL_TYPE, IDENTIFIER -> {
        Token name = cursor.advance();
        List<TypeExpr> arguments = arguments();
        return new TypeExpr.Named(cursor.since(start), name.text(), arguments);
      }
      default -> {
        recovery.fault("Expected type name but found " + cursor.peek().describe());
        return new TypeExpr.Named(cursor.here(), "", List.of());
      }
    }
  }

  private List<TypeExpr> arguments() {
    if (!cursor.accept(TokenKind.LESS)) {
      return List.of();
    }
    List<TypeExpr> arguments = new ArrayList<>();
    do {
      arguments.add(type());
    } while (recovery.accept(TokenKind.COMMA));
    if (cursor.at(TokenKind.GREATER_EQUAL)) {
      cursor.splitOff(TokenKind.ASSIGN);
    } else {
      recovery.expect(TokenKind.GREATER, "to close type arguments");
    }
    return List.copyOf(arguments);
  }

  /** The type with the {@code ?} or {@code []} that follows, or the same type. */
  private TypeExpr withSuffix(int start, TypeExpr type) {
    switch (cursor.kind()) {
      case QUESTION -> cursor.advance();
      case COALESCE -> cursor.splitOff(TokenKind.QUESTION);
      case LEFT_BRACKET -> {
        if (cursor.kindAfter(1) != TokenKind.RIGHT_BRACKET) {
          return type;
        }
        cursor.advance();
        cursor.advance();
        return new TypeExpr.ArrayOf(cursor.since(start), type);
      }
      default -> {
        return type;
      }
    }
    return new TypeExpr.Optional(cursor.since(start), type);
  }
}
