package ruff.parser;

import ruff.ast.Expr;

/** How tightly an expression holds together, loosest first. */
enum Precedence {
  /** {@code yield}, which takes all that follows. */
  YIELD,
  PIPE,
  COALESCE,
  OR,
  AND,
  EQUALITY,
  COMPARISON,
  SUM,
  PRODUCT,
  UNARY,
  POSTFIX,
  PRIMARY;

  static Precedence of(Expr.BinaryOp op) {
    return switch (op) {
      case EQUAL, NOT_EQUAL -> EQUALITY;
      case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> COMPARISON;
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
    };
  }

  static Precedence of(Expr.LogicalOp op) {
    return switch (op) {
      case AND -> AND;
      case OR -> OR;
      case COALESCE -> COALESCE;
    };
  }

  static Precedence of(Expr expression) {
    return switch (expression) {
      case Expr.Yield yield -> YIELD;
      case Expr.Pipe pipe -> PIPE;
      case Expr.Logical logical -> of(logical.op());
      case Expr.Binary binary -> of(binary.op());
      case Expr.Unary unary -> UNARY;
      case Expr.Await await -> UNARY;
      case Expr.Call call -> POSTFIX;
      case Expr.Index index -> POSTFIX;
      case Expr.Field field -> POSTFIX;
      case Expr.Propagate propagate -> POSTFIX;
      default -> PRIMARY;
    };
  }

  /** The precedence one step tighter. */
  Precedence tighter() {
    return values()[Math.min(ordinal() + 1, PRIMARY.ordinal())];
  }
}
