package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.lexer.TokenKind;

/** Reads branches, loops, {@code try}, {@code spawn} and tests. */
final class ControlParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  ControlParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  /** Reads {@code if} with all its branches, however many, without recursion. */
  Stmt conditional() {
    int start = cursor.start();
    List<Stmt.Branch> branches = new ArrayList<>();
    Block orElse = null;
    branches.add(branch());
    while (orElse == null && recovery.accept(TokenKind.ELSE)) {
      if (cursor.at(TokenKind.IF)) {
        branches.add(branch());
      } else {
        orElse = grammar.blocks.block("else block");
      }
    }
    return new Stmt.If(cursor.since(start), List.copyOf(branches), orElse);
  }

  private Stmt.Branch branch() {
    int start = cursor.start();
    cursor.advance();
    Expr condition = grammar.expressions.header();
    recovery.await(TokenKind.ELSE);
    Block body = grammar.blocks.block("if block");
    recovery.cease(TokenKind.ELSE);
    return new Stmt.Branch(cursor.since(start), condition, body);
  }

  Stmt whileLoop() {
    int start = cursor.start();
    cursor.advance();
    Expr condition = grammar.expressions.header();
    Block body = grammar.blocks.block("while body");
    return new Stmt.While(cursor.since(start), condition, body);
  }

  Stmt loop() {
    int start = cursor.start();
    cursor.advance();
    Expr condition = cursor.accept(TokenKind.WHILE) ? grammar.expressions.header() : null;
    Block body = grammar.blocks.block("loop body");
    return new Stmt.Loop(cursor.since(start), condition, body);
  }

  Stmt forLoop() {
    int start = cursor.start();
    cursor.advance();
    Pattern pattern = grammar.patterns.pattern("Expected loop variable name after 'for'");
    recovery.expect(TokenKind.IN, "in for loop");
    Expr iterable = grammar.expressions.header();
    Block body = grammar.blocks.block("for loop body");
    return new Stmt.For(cursor.since(start), pattern, iterable, body);
  }

  Stmt attempt() {
    int start = cursor.start();
    cursor.advance();
    recovery.await(TokenKind.EXCEPT);
    Block body = grammar.blocks.block("try block");
    recovery.cease(TokenKind.EXCEPT);
    if (!recovery.expect(TokenKind.EXCEPT, "after try block")) {
      Block none = new Block(cursor.here(), List.of());
      return new Stmt.Try(cursor.since(start), body, cursor.missingIdentifier(), none);
    }
    Identifier name = grammar.declarations.name("Expected exception variable after 'except'");
    Block handler = grammar.blocks.block("except block");
    return new Stmt.Try(cursor.since(start), body, name, handler);
  }

  Stmt spawn() {
    int start = cursor.start();
    cursor.advance();
    Block body = grammar.blocks.block("spawn block");
    return new Stmt.Spawn(cursor.since(start), body);
  }

  Stmt test(Stmt.TestKind kind) {
    int start = cursor.start();
    cursor.advance();
    return switch (kind) {
      case TEST -> namedTest(start, kind, "Expected test name string after 'test'");
      case GROUP -> namedTest(start, kind, "Expected group name string after 'test_group'");
      case SETUP, TEARDOWN -> {
        Block body = grammar.blocks.block(kind.word() + " block");
        yield new Stmt.Test(cursor.since(start), kind, null, body);
      }
    };
  }

  private Stmt namedTest(int start, Stmt.TestKind kind, String fault) {
    String name = "";
    if (cursor.at(TokenKind.STRING)) {
      name = cursor.advance().stringValue();
    } else {
      recovery.fault(fault);
    }
    Block body = grammar.blocks.block(kind.word() + " body");
    return new Stmt.Test(cursor.since(start), kind, name, body);
  }
}
