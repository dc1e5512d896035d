package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.CasePattern;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.ast.Stmt;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/** Reads {@code match} and the patterns of its cases. */
final class MatchParser {
  private static final String NO_PATTERN = "Invalid statement";

  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  MatchParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  Stmt match() {
    int start = cursor.start();
    cursor.advance();
    Expr subject = grammar.expressions.header();
    boolean open = recovery.reachOpening("match body") && recovery.accept(TokenKind.LEFT_BRACE);
    List<Stmt.Case> cases = new ArrayList<>();
    Block orElse = null;
    recovery.await(TokenKind.CASE);
    recovery.await(TokenKind.DEFAULT);
    while (open && !cursor.at(TokenKind.RIGHT_BRACE) && !cursor.atEnd()) {
      switch (cursor.kind()) {
        case CASE -> cases.add(matchCase());
        case DEFAULT -> orElse = defaultCase();
        case SEMICOLON -> cursor.advance();
        default -> {
          recovery.faultExpected(TokenKind.RIGHT_BRACE, "to close match body");
          open = seekCase();
        }
      }
    }
    recovery.cease(TokenKind.CASE);
    recovery.cease(TokenKind.DEFAULT);
    if (open) {
      recovery.expect(TokenKind.RIGHT_BRACE, "to close match body");
    }
    return new Stmt.Match(cursor.since(start), subject, List.copyOf(cases), orElse);
  }

  /** After a fault: skips to the next case or the end of the match; false when a line ends both. */
  private boolean seekCase() {
    while (!cursor.atEnd()) {
      switch (cursor.kind()) {
        case CASE, DEFAULT, RIGHT_BRACE -> {
          recovery.regain();
          return true;
        }
        default -> recovery.skipOne();
      }
    }
    return false;
  }

  private Stmt.Case matchCase() {
    int start = cursor.start();
    cursor.advance();
    CasePattern pattern = pattern();
    Expr guard = cursor.accept(TokenKind.IF) ? grammar.expressions.header() : null;
    recovery.accept(TokenKind.COLON);
    Block body = grammar.blocks.block("match case block");
    return new Stmt.Case(cursor.since(start), pattern, guard, body);
  }

  private Block defaultCase() {
    cursor.advance();
    recovery.accept(TokenKind.COLON);
    return grammar.blocks.block("match default block");
  }

  private CasePattern pattern() {
    return switch (cursor.kind()) {
      case IDENTIFIER -> tagOrWildcard();
      case MINUS -> negative();
      case INT, FLOAT, STRING, TRUE, FALSE, NULL -> literal(grammar.primaries.primary());
      default -> {
        recovery.fault(NO_PATTERN);
        yield literal(new Expr.Missing(cursor.here()));
      }
    };
  }

  private static CasePattern literal(Expr value) {
    return new CasePattern.Literal(value.span(), value);
  }

  private CasePattern negative() {
    int start = cursor.start();
    cursor.advance();
    Expr operand = new Expr.Missing(cursor.here());
    if (cursor.at(TokenKind.INT) || cursor.at(TokenKind.FLOAT)) {
      operand = grammar.primaries.primary();
    } else {
      recovery.fault(NO_PATTERN);
    }
    return literal(new Expr.Unary(cursor.since(start), Expr.UnaryOp.NEGATE, operand));
  }

  private CasePattern tagOrWildcard() {
    int start = cursor.start();
    Token first = cursor.peek();
    Identifier variant = cursor.identifier();
    Identifier enumName = null;
    if (cursor.accept(TokenKind.DOUBLE_COLON)) {
      enumName = variant;
      variant = grammar.declarations.name(NO_PATTERN);
    } else if (first.text().equals("_")) {
      return new CasePattern.Wildcard(first.span());
    }
    List<Identifier> bindings = List.of();
    if (!recovery.isLost() && cursor.at(TokenKind.LEFT_PAREN)) {
      bindings = bindings();
    }
    return new CasePattern.Tag(cursor.since(start), enumName, variant, bindings);
  }

  private List<Identifier> bindings() {
    int open = cursor.index();
    cursor.advance();
    List<Identifier> bindings = new ArrayList<>();
    do {
      bindings.add(grammar.declarations.name(NO_PATTERN));
    } while (recovery.accept(TokenKind.COMMA));
    recovery.close(open, TokenKind.RIGHT_PAREN, "to close case pattern");
    return List.copyOf(bindings);
  }
}
