package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.lexer.TokenKind;

/** Reads statements: tells them apart, and reads those without a word of their own itself. */
final class StatementParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
  }

  /** Reads to the end of the file. */
  List<Stmt> program() {
    return until(TokenKind.END_OF_FILE);
  }

  /**
   * Reads statements up to a closing token, which is left to the caller, or the end of the file.
   */
  List<Stmt> until(TokenKind end) {
    List<Stmt> statements = new ArrayList<>();
    while (!cursor.at(end) && !cursor.atEnd() && !isCutShort(end)) {
      if (!cursor.accept(TokenKind.SEMICOLON) && !recovery.skipOwedBrace()) {
        statements.add(statementOrHole());
      }
    }
    return List.copyOf(statements);
  }

  /** Whether a clause of a statement around shows that the end of this block was forgotten. */
  private boolean isCutShort(TokenKind end) {
    boolean cut = end == TokenKind.RIGHT_BRACE && recovery.atAwaitedClause();
    if (cut) {
      recovery.fault("Expected expression");
    }
    return cut;
  }

  private Stmt statementOrHole() {
    int first = cursor.index();
    int start = cursor.start();
    Stmt statement = statement();
    boolean nothingRead = cursor.index() == first;
    recovery.seekStatement();
    if (cursor.index() == first) {
      cursor.advance();
    }
    return nothingRead ? new Stmt.Missing(cursor.since(start)) : statement;
  }

  Stmt statement() {
    return switch (cursor.kind()) {
      case LET -> grammar.declarations.variable(Stmt.DeclareKind.LET);
      case MUT -> grammar.declarations.variable(Stmt.DeclareKind.MUT);
      case CONST -> grammar.declarations.constant();
      case FUNC, ASYNC -> functionOrExpression();
      case ENUM -> grammar.declarations.enumeration();
      case STRUCT -> grammar.declarations.struct();
      case IMPORT -> grammar.imports.module();
      case FROM -> grammar.imports.names();
      case EXPORT -> export();
      case RETURN -> returning();
      case BREAK -> new Stmt.Break(cursor.advance().span());
      case CONTINUE -> new Stmt.Continue(cursor.advance().span());
      case IF -> grammar.control.conditional();
      case WHILE -> grammar.control.whileLoop();
      case LOOP -> grammar.control.loop();
      case FOR -> grammar.control.forLoop();
      case MATCH -> grammar.matches.match();
      case TRY -> grammar.control.attempt();
      case SPAWN -> grammar.control.spawn();
      case TEST -> grammar.control.test(Stmt.TestKind.TEST);
      case TEST_GROUP -> grammar.control.test(Stmt.TestKind.GROUP);
      case TEST_SETUP -> grammar.control.test(Stmt.TestKind.SETUP);
      case TEST_TEARDOWN -> grammar.control.test(Stmt.TestKind.TEARDOWN);
      case LEFT_BRACKET, LEFT_BRACE ->
          startsDestructuring() ? destructuring() : expressionOrAssignment();
      default -> expressionOrAssignment();
    };
  }

  private Stmt functionOrExpression() {
    int function = cursor.at(TokenKind.ASYNC) ? 1 : 0;
    if (cursor.kindAfter(function) != TokenKind.FUNC) {
      return expressionOrAssignment();
    }
    boolean generator = cursor.kindAfter(function + 1) == TokenKind.STAR;
    TokenKind next = cursor.kindAfter(function + (generator ? 2 : 1));
    return next == TokenKind.LEFT_PAREN
        ? expressionOrAssignment()
        : grammar.functions.declaration();
  }

  private Stmt export() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.at(TokenKind.EXPORT)) {
      recovery.fault("Invalid statement");
      return new Stmt.Export(cursor.since(start), new Stmt.Missing(cursor.here()));
    }
    Stmt exported = statement();
    return new Stmt.Export(cursor.since(start), exported);
  }

  private Stmt returning() {
    int start = cursor.start();
    cursor.advance();
    TokenKind next = cursor.kind();
    boolean nextLine = cursor.peek().startsLine();
    boolean bare =
        !TokenSets.EXPRESSION_STARTS.contains(next)
            || (nextLine && TokenSets.STATEMENT_WORDS.contains(next));
    Expr value = bare ? null : grammar.expressions.expression();
    return new Stmt.Return(cursor.since(start), value);
  }

  /** A bracket at the start of a statement is a pattern where an assignment follows its end. */
  private boolean startsDestructuring() {
    TokenKind behind = recovery.kindBehindBrackets();
    return behind == TokenKind.DECLARE || behind == TokenKind.ASSIGN;
  }

  private Stmt destructuring() {
    int start = cursor.start();
    Pattern pattern = grammar.patterns.pattern("Invalid assignment target");
    Expr value = grammar.declarations.initializer("in destructuring");
    return new Stmt.Destructure(cursor.since(start), pattern, value);
  }

  private Stmt expressionOrAssignment() {
    int start = cursor.start();
    Expr expression = grammar.expressions.expression();
    if (recovery.isLost() || !Assignments.isOperator(cursor.kind())) {
      return new Stmt.ExpressionStatement(cursor.since(start), expression);
    }
    if (!Assignments.isTarget(expression)) {
      recovery.note(expression.span().start(), "Invalid assignment target");
    }
    Expr.BinaryOp compound = Assignments.compound(cursor.advance().kind());
    Expr value = grammar.declarations.assigned();
    return new Stmt.Assign(cursor.since(start), expression, compound, value);
  }
}
