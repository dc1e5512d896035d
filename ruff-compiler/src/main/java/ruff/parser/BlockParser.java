package ruff.parser;

import java.util.List;
import ruff.ast.Block;
import ruff.ast.Stmt;
import ruff.lexer.TokenKind;

/** Reads statements in braces. */
final class BlockParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  BlockParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  /**
   * Reads a block.
   *
   * @param construct what messages call it: {@code if block}, {@code function body}
   */
  Block block(String construct) {
    if (!recovery.reachOpening(construct)) {
      return new Block(cursor.here(), List.of());
    }
    int start = cursor.start();
    if (!grammar.nesting.enterBlock(construct)) {
      return skipped(start);
    }
    recovery.accept(TokenKind.LEFT_BRACE);
    ExpressionParser.Place outer = grammar.expressions.enter(ExpressionParser.Place.STATEMENT);
    List<Stmt> body = grammar.statements.until(TokenKind.RIGHT_BRACE);
    grammar.expressions.leaveTo(outer);
    grammar.nesting.leaveBlock();
    if (!recovery.accept(TokenKind.RIGHT_BRACE)) {
      recovery.faultExpected(TokenKind.RIGHT_BRACE, "to close " + construct);
    }
    return new Block(cursor.since(start), body);
  }

  private Block skipped(int start) {
    if (!recovery.skipPast(cursor.index())) {
      recovery.skipToEnd();
    }
    Stmt hole = new Stmt.Missing(cursor.since(start));
    return new Block(hole.span(), List.of(hole));
  }
}
