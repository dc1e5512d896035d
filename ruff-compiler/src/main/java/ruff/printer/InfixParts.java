package ruff.printer;

import ruff.ast.Expr;
import ruff.ast.Precedence;

/** A node of a binary operator, taken apart. */
record InfixParts(Expr left, String symbol, Precedence precedence, Expr right) {
  /** Takes a node apart; null for a node of any other kind. */
  static InfixParts of(Expr node) {
    Precedence precedence = Precedence.of(node);
    return switch (node) {
      case Expr.Binary binary ->
          new InfixParts(binary.left(), binary.op().symbol(), precedence, binary.right());
      case Expr.Logical logical ->
          new InfixParts(logical.left(), logical.op().symbol(), precedence, logical.right());
      case Expr.Pipe pipe -> new InfixParts(pipe.left(), "|>", precedence, pipe.right());
      default -> null;
    };
  }
}
