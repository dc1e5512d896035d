package ruff.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.ast.Precedence;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/**
 * Reads operators, calls, indexes and fields.
 *
 * <p>Chains of operators and of postfixes are read in loops, so that only nesting costs stack.
 */
final class ExpressionParser {
  /** Where an expression stands, which decides what a bracket or brace behind it means. */
  enum Place {
    /** A bracket that starts a line starts a statement. */
    STATEMENT,
    /** The same, and a brace most likely starts the block. */
    HEADER,
    /** Between brackets no statement can start. */
    BRACKETS
  }

  private record Pending(Infix infix, Token sign, Expr left) {}

  private final Grammar grammar;
  private final TokenCursor cursor;
  private final Recovery recovery;
  private final Nesting nesting;
  private Place place = Place.STATEMENT;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.recovery = grammar.recovery;
    this.nesting = grammar.nesting;
  }

  Place place() {
    return place;
  }

  /** Changes the place and returns the one before, for {@link #leaveTo}. */
  Place enter(Place inner) {
    Place outer = place;
    place = inner;
    return outer;
  }

  void leaveTo(Place outer) {
    place = outer;
  }

  /** Reads an expression one level down. */
  Expr expression() {
    if (!nesting.enterExpression("expression")) {
      return missing();
    }
    Expr expression = sameLevel();
    nesting.leaveExpression();
    return expression;
  }

  /** Reads an expression that the block of a statement follows. */
  Expr header() {
    Place outer = enter(Place.HEADER);
    Expr expression = expression();
    leaveTo(outer);
    return expression;
  }

  /** Reads an expression without counting a level; for elements of literals, which are counted. */
  Expr sameLevel() {
    Expr expression = unary();
    if (Infix.of(cursor.kind()) == null) {
      return expression;
    }
    Deque<Pending> pending = new ArrayDeque<>();
    Infix next = nextInfix();
    while (next != null) {
      expression = join(pending, expression, next.precedence());
      pending.push(new Pending(next, cursor.advance(), expression));
      expression = unary();
      next = nextInfix();
    }
    return join(pending, expression, Precedence.PIPE);
  }

  private Infix nextInfix() {
    return recovery.isLost() ? null : Infix.of(cursor.kind());
  }

  /** Joins what waits for its right side and binds at least as tightly as the operator to come. */
  private static Expr join(Deque<Pending> pending, Expr last, Precedence coming) {
    Expr right = last;
    while (!pending.isEmpty() && pending.peek().infix().precedence().compareTo(coming) >= 0) {
      Pending waiting = pending.pop();
      right = waiting.infix().join(waiting.left(), waiting.sign(), right);
    }
    return right;
  }

  private Expr unary() {
    return switch (cursor.kind()) {
      case MINUS, NOT, AWAIT -> prefixed();
      default -> postfix(cursor.start(), grammar.primaries.primary());
    };
  }

  private Expr prefixed() {
    int start = cursor.start();
    Token sign = cursor.advance();
    Expr operand = missing();
    if (nesting.enterExpression("unary expression")) {
      operand = unary();
      nesting.leaveExpression();
    }
    return switch (sign.kind()) {
      case MINUS -> new Expr.Unary(cursor.since(start), Expr.UnaryOp.NEGATE, operand);
      case NOT -> new Expr.Unary(cursor.since(start), Expr.UnaryOp.NOT, operand);
      default -> new Expr.Await(cursor.since(start), operand);
    };
  }

  private Expr postfix(int start, Expr primary) {
    Expr expression = primary;
    while (!recovery.isLost()) {
      Token token = cursor.peek();
      switch (token.kind()) {
        case LEFT_PAREN, LEFT_BRACKET -> {
          if (startsStatement(token)) {
            return expression;
          }
          expression =
              token.kind() == TokenKind.LEFT_PAREN
                  ? call(start, expression)
                  : index(start, expression);
        }
        case DOT, OPTIONAL_DOT -> expression = field(start, expression);
        case QUESTION -> {
          cursor.advance();
          expression = new Expr.Propagate(cursor.since(start), expression);
        }
        default -> {
          return expression;
        }
      }
    }
    return expression;
  }

  /** Whether an opening bracket begins the next statement rather than continue this one. */
  boolean startsStatement(Token bracket) {
    return bracket.startsLine() && place != Place.BRACKETS;
  }

  private Expr call(int start, Expr callee) {
    boolean method = callee instanceof Expr.Field field && !field.optional();
    List<Expr> arguments =
        arguments(method ? "to close method call arguments" : "to close function call arguments");
    return new Expr.Call(cursor.since(start), callee, arguments);
  }

  /** Reads expressions in parentheses, from the opening one on. */
  List<Expr> arguments(String closing) {
    List<Expr> arguments = new ArrayList<>();
    Items items = new Items(grammar, TokenKind.RIGHT_PAREN);
    while (items.next()) {
      arguments.add(expression());
    }
    items.close(closing);
    return List.copyOf(arguments);
  }

  private Expr index(int start, Expr object) {
    int open = cursor.index();
    cursor.advance();
    Place outer = enter(Place.BRACKETS);
    Expr index = expression();
    leaveTo(outer);
    recovery.close(open, TokenKind.RIGHT_BRACKET, "to close index expression");
    return new Expr.Index(cursor.since(start), object, index);
  }

  private Expr field(int start, Expr object) {
    Token dot = cursor.advance();
    Token name = cursor.peek();
    // A keyword on the next line starts a statement; the name was forgotten.
    boolean named =
        name.kind() == TokenKind.IDENTIFIER || (name.kind().isKeyword() && !name.startsLine());
    if (!named) {
      recovery.fault("Expected field name after " + dot.kind().describe());
    }
    Identifier field = named ? cursor.identifier() : cursor.missingIdentifier();
    boolean optional = dot.kind() == TokenKind.OPTIONAL_DOT;
    return new Expr.Field(cursor.since(start), object, field, optional);
  }

  Expr missing() {
    return new Expr.Missing(cursor.here());
  }
}
