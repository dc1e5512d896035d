package ruff.compile;

import java.util.List;
import ruff.ast.Expr;
import ruff.resolve.Binding;
import ruff.resolve.Lookup;

/**
 * Decides which values an expression merely looks at. A borrowed value still has its holder, so it
 * must be marked shared where a second holder appears; an owned one can just be moved.
 */
final class Ownership {
  private final FunctionEmitter f;

  Ownership(FunctionEmitter f) {
    this.f = f;
  }

  /** Whether the value stays held by a variable or container after the expression. */
  boolean isBorrowed(Expr e) {
    return switch (e) {
      case Expr.Name n -> true;
      case Expr.Index i -> true;
      case Expr.Field x -> true;
      case Expr.Propagate p -> true;
      case Expr.Await a -> true;
      case Expr.Yield y -> true;
      case Expr.Group g -> isBorrowed(g.inner());
      case Expr.Logical l ->
          l.op() == Expr.LogicalOp.COALESCE && (isBorrowed(l.left()) || isBorrowed(l.right()));
      default -> false;
    };
  }

  /**
   * Whether a borrowed value must be marked at once, because code that runs before it is used could
   * change its holder in place.
   *
   * @param runsCode whether such code runs between the reading and the last use
   */
  boolean mustShareAtRead(Expr e, boolean runsCode) {
    if (!runsCode || !isBorrowed(e)) {
      return false;
    }
    Binding root = root(e);
    if (root == null) {
      return e instanceof Expr.Group || e instanceof Expr.Logical;
    }
    return isExposed(root);
  }

  /** Whether other code than the one being compiled can write the variable while this one waits. */
  boolean isExposed(Binding binding) {
    return binding.storage() != Binding.Storage.REGISTER
        && (binding.owner() != f.scope || binding.isAssignedElsewhere());
  }

  /** Whether the value of an expression can be the very value of the variable, unmarked. */
  boolean mayBe(Expr e, Binding variable) {
    return switch (e) {
      case Expr.Name n -> names(n, variable);
      case Expr.Group g -> mayBe(g.inner(), variable);
      case Expr.Await a -> mayBe(a.operand(), variable);
      case Expr.Logical l ->
          l.op() == Expr.LogicalOp.COALESCE
              && (mayBe(l.left(), variable) || mayBe(l.right(), variable));
      default -> false;
    };
  }

  /** Whether the value of an expression can be a part of the variable's value, unmarked. */
  boolean isPartOf(Expr e, Binding variable) {
    return switch (e) {
      case Expr.Index i -> mayBe(i.object(), variable) || isPartOf(i.object(), variable);
      case Expr.Field x -> mayBe(x.object(), variable) || isPartOf(x.object(), variable);
      case Expr.Propagate p -> mayBe(p.operand(), variable) || isPartOf(p.operand(), variable);
      case Expr.Group g -> isPartOf(g.inner(), variable);
      case Expr.Await a -> isPartOf(a.operand(), variable);
      case Expr.Logical l ->
          l.op() == Expr.LogicalOp.COALESCE
              && (isPartOf(l.left(), variable) || isPartOf(l.right(), variable));
      default -> false;
    };
  }

  private boolean names(Expr.Name name, Binding variable) {
    Lookup lookup = f.resolution.lookup(name);
    return lookup != null
        && lookup.candidates().stream().anyMatch(candidate -> candidate.binding() == variable);
  }

  /** The variable that holds a borrowed value directly or deep inside, or null. */
  private Binding root(Expr e) {
    return switch (e) {
      case Expr.Name n -> {
        Lookup lookup = f.resolution.lookup(n);
        yield lookup == null || lookup.candidates().isEmpty()
            ? null
            : lookup.candidates().getFirst().binding();
      }
      case Expr.Index i -> root(i.object());
      case Expr.Field x -> root(x.object());
      case Expr.Group g -> root(g.inner());
      case Expr.Propagate p -> root(p.operand());
      default -> null;
    };
  }

  /** Whether evaluating it may run functions of the program. Operator methods are not counted. */
  boolean runsCode(Expr e) {
    return switch (e) {
      case Expr.IntLiteral x -> false;
      case Expr.FloatLiteral x -> false;
      case Expr.StringLiteral x -> false;
      case Expr.BoolLiteral x -> false;
      case Expr.NullLiteral x -> false;
      case Expr.Name x -> false;
      case Expr.Missing x -> false;
      case Expr.Function x -> false;
      case Expr.Interpolation x -> anyRunsCode(x.parts());
      case Expr.Group x -> runsCode(x.inner());
      case Expr.Spread x -> runsCode(x.operand());
      case Expr.ArrayLiteral x -> anyRunsCode(x.elements());
      case Expr.DictLiteral x ->
          x.entries().stream()
              .anyMatch(n -> (n.key() != null && runsCode(n.key())) || runsCode(n.value()));
      case Expr.Unary x -> runsCode(x.operand());
      case Expr.Binary x -> runsCode(x.left()) || runsCode(x.right());
      case Expr.Logical x -> runsCode(x.left()) || runsCode(x.right());
      case Expr.Index x -> runsCode(x.object()) || runsCode(x.index());
      case Expr.Field x -> runsCode(x.object());
      case Expr.Propagate x -> runsCode(x.operand());
      case Expr.Wrap x -> anyRunsCode(x.arguments());
      case Expr.EnumValue x -> anyRunsCode(x.arguments());
      case Expr.Call x -> !isQuietNative(x) || anyRunsCode(x.arguments());
      case Expr.StructLiteral x -> true;
      case Expr.Pipe x -> true;
      case Expr.Await x -> true;
      case Expr.Yield x -> true;
      case Expr.Throw x -> anyRunsCode(x.arguments());
    };
  }

  private boolean anyRunsCode(List<? extends Expr> expressions) {
    return expressions.stream().anyMatch(this::runsCode);
  }

  /** Whether it calls a native that only looks at its arguments, so it cannot call back. */
  private boolean isQuietNative(Expr.Call call) {
    return call.callee() instanceof Expr.Name name
        && f.variables.isNative(name)
        && Long.bitCount(f.environment.borrows(name.name())) >= call.arguments().size();
  }
}
