package ruff.compile;

import java.util.Deque;
import java.util.Iterator;
import ruff.ast.Expr;
import ruff.resolve.Binding;

/**
 * Sums of texts like {@code "a" + f(x) + ","}: one instruction adds three up without a string for
 * the first two.
 *
 * <p>All three are evaluated before the first addition then. So the third must be such that nobody
 * can notice when: a literal, or a variable in a register.
 */
final class TextSums {
  private final FunctionEmitter f;

  TextSums(FunctionEmitter f) {
    this.f = f;
  }

  /**
   * Whether the first two additions of a chain can be one; some literal says that they add texts.
   */
  boolean startsWithThree(Deque<Expr.Binary> chain) {
    if (chain.size() < 2) {
      return false;
    }
    Iterator<Expr.Binary> additions = chain.iterator();
    Expr.Binary first = additions.next();
    Expr.Binary second = additions.next();
    return first.op() == Expr.BinaryOp.ADD
        && second.op() == Expr.BinaryOp.ADD
        && isQuiet(second.right())
        && (isText(first.left()) || isText(first.right()) || isText(second.right()));
  }

  private static boolean isText(Expr e) {
    return e instanceof Expr.StringLiteral || e instanceof Expr.Interpolation;
  }

  private boolean isQuiet(Expr e) {
    return switch (e) {
      case Expr.StringLiteral x -> true;
      case Expr.IntLiteral x -> true;
      case Expr.FloatLiteral x -> true;
      case Expr.Name name -> {
        Binding single = f.resolution.lookup(name).single();
        yield single != null && single.storage() == Binding.Storage.REGISTER;
      }
      default -> false;
    };
  }
}
