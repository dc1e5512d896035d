package ruff.parser;

import ruff.ast.Expr;
import ruff.lexer.TokenKind;

/** What may stand on the left of an assignment, and which signs assign. */
final class Assignments {
  private Assignments() {}

  static boolean isOperator(TokenKind kind) {
    return isPlain(kind) || compound(kind) != null;
  }

  /** Whether a sign assigns without computing. */
  static boolean isPlain(TokenKind kind) {
    return kind == TokenKind.DECLARE || kind == TokenKind.ASSIGN;
  }

  /** The operation of a compound sign such as {@code +=}; null for every other token. */
  static Expr.BinaryOp compound(TokenKind kind) {
    return switch (kind) {
      case PLUS_ASSIGN -> Expr.BinaryOp.ADD;
      case MINUS_ASSIGN -> Expr.BinaryOp.SUBTRACT;
      case STAR_ASSIGN -> Expr.BinaryOp.MULTIPLY;
      case SLASH_ASSIGN -> Expr.BinaryOp.DIVIDE;
      case PERCENT_ASSIGN -> Expr.BinaryOp.MODULO;
      default -> null;
    };
  }

  /** A name, or a path of fields and indexes that starts at a name or a call. */
  static boolean isTarget(Expr expression) {
    Expr base = expression;
    Expr outer = origin(base);
    while (outer != null) {
      base = outer;
      outer = origin(base);
    }
    return base instanceof Expr.Name || (base instanceof Expr.Call && base != expression);
  }

  /** What a field or index is taken of; null for every other expression. */
  private static Expr origin(Expr expression) {
    if (expression instanceof Expr.Field field && !field.optional()) {
      return field.object();
    }
    return expression instanceof Expr.Index index ? index.object() : null;
  }
}
