package ruff.parser;

import java.util.EnumMap;
import java.util.Map;
import ruff.ast.Expr;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;
import ruff.source.Span;

/** An operator between two expressions: how tightly it binds and the node it makes. */
sealed interface Infix {
  Precedence precedence();

  Expr join(Expr left, Token sign, Expr right);

  record Computing(Precedence precedence, Expr.BinaryOp op) implements Infix {
    @Override
    public Expr join(Expr left, Token sign, Expr right) {
      return new Expr.Binary(around(left, right), op, sign.span(), left, right);
    }
  }

  record ShortCircuit(Precedence precedence, Expr.LogicalOp op) implements Infix {
    @Override
    public Expr join(Expr left, Token sign, Expr right) {
      return new Expr.Logical(around(left, right), op, left, right);
    }
  }

  record Piping(Precedence precedence) implements Infix {
    @Override
    public Expr join(Expr left, Token sign, Expr right) {
      return new Expr.Pipe(around(left, right), left, right);
    }
  }

  /** A node that such an operator made, taken apart. */
  record Parts(Expr left, String symbol, Precedence precedence, Expr right) {}

  /** Takes a node of a binary operator apart; null for every other node. */
  static Parts parts(Expr node) {
    Precedence precedence = Precedence.of(node);
    return switch (node) {
      case Expr.Binary binary ->
          new Parts(binary.left(), binary.op().symbol(), precedence, binary.right());
      case Expr.Logical logical ->
          new Parts(logical.left(), logical.op().symbol(), precedence, logical.right());
      case Expr.Pipe pipe ->
          new Parts(pipe.left(), TokenKind.PIPE.spelling(), precedence, pipe.right());
      default -> null;
    };
  }

  /** The operator a token stands for between two expressions; null for every other token. */
  static Infix of(TokenKind kind) {
    return Table.BY_KIND.get(kind);
  }

  private static Span around(Expr left, Expr right) {
    return left.span().to(right.span());
  }

  /** Built from the signs that the operators of the tree declare. */
  final class Table {
    private static final Map<TokenKind, Infix> BY_KIND = new EnumMap<>(TokenKind.class);

    static {
      for (Expr.BinaryOp op : Expr.BinaryOp.values()) {
        BY_KIND.put(sign(op.symbol()), new Computing(Precedence.of(op), op));
      }
      for (Expr.LogicalOp op : Expr.LogicalOp.values()) {
        BY_KIND.put(sign(op.symbol()), new ShortCircuit(Precedence.of(op), op));
      }
      BY_KIND.put(TokenKind.PIPE, new Piping(Precedence.PIPE));
    }

    private Table() {}

    private static TokenKind sign(String spelling) {
      for (TokenKind kind : TokenKind.values()) {
        if (spelling.equals(kind.spelling())) {
          return kind;
        }
      }
      throw new IllegalStateException("no token is spelled " + spelling);
    }
  }
}
