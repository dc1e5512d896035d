package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.resolve.Binding;
import ruff.resolve.Lookup;

/** Writes assignments along paths into the values that variables hold. */
final class EmitPaths {
  private final FunctionEmitter f;

  EmitPaths(FunctionEmitter f) {
    this.f = f;
  }

  /** One accessor of a path with its evaluated index, or its field. */
  private record Step(Expr accessor, int index, String field) {}

  void assign(Stmt.Assign s, Expr target) {
    if (s.operator() == null && replacesItself(s.value(), target)) {
      update(s, target, (Expr.Call) s.value());
      return;
    }
    boolean compound = s.operator() != null;
    int value = compound ? -1 : newPart(s.value());
    if (!compound && f.ownership.mustShareAtRead(s.value(), f.ownership.runsCode(target))) {
      f.code.emit(Op.SHARE, value);
    }
    Expr root = root(target);
    int rootValue = root instanceof Expr.Name ? -1 : f.expressions.operand(root);
    List<Step> steps = new ArrayList<>();
    collectSteps(target, steps);
    if (compound) {
      int old = readPath(root, rootValue, steps);
      if (f.ownership.runsCode(s.value())) {
        f.code.emit(Op.SHARE, old);
      }
      int right = f.expressions.operand(s.value());
      value = f.temporary(s);
      f.at(target);
      f.code.emit(EmitExpressions.opcode(s.operator()), value, old, right);
    }
    writePath(root, rootValue, steps, value, s);
  }

  /**
   * The value to write. A variable's is moved away, as its register may be the path's root, too.
   */
  private int newPart(Expr value) {
    if (value instanceof Expr.Group group) {
      return newPart(group.inner());
    }
    if (!(value instanceof Expr.Name)) {
      return f.expressions.owned(value);
    }
    int register = f.temporary(value);
    f.expressions.ownedTo(value, register);
    return register;
  }

  private static Expr root(Expr target) {
    return switch (target) {
      case Expr.Index e -> root(e.object());
      case Expr.Field e -> root(e.object());
      case Expr.Group e -> root(e.inner());
      default -> target;
    };
  }

  private void collectSteps(Expr target, List<Step> steps) {
    switch (target) {
      case Expr.Index e -> {
        collectSteps(e.object(), steps);
        steps.add(new Step(e, f.expressions.operand(e.index()), null));
      }
      case Expr.Field e -> {
        collectSteps(e.object(), steps);
        steps.add(new Step(e, -1, e.name().name()));
      }
      case Expr.Group e -> collectSteps(e.inner(), steps);
      default -> {}
    }
  }

  private int readPath(Expr root, int rootValue, List<Step> steps) {
    int object = rootValue >= 0 ? rootValue : f.variables.read((Expr.Name) root);
    int register = f.temporary(root);
    for (Step step : steps) {
      atStep(step);
      if (step.field == null) {
        f.code.emit(Op.GET_INDEX, register, object, step.index);
      } else {
        f.code.emit(Op.GET_FIELD, register, object, fieldSite(step));
      }
      object = register;
    }
    return register;
  }

  private void writePath(Expr root, int rootValue, List<Step> steps, int value, Stmt.Assign s) {
    write(ownContainer(root, rootValue, steps, s), steps.getLast(), value);
  }

  /** The container of the path's last step, owned together with everything above it. */
  private int ownContainer(Expr root, int rootValue, List<Step> steps, Stmt.Assign s) {
    int container = rootValue;
    if (root instanceof Expr.Name name) {
      container = ownRoot(name, s, steps.size() > 1);
    } else {
      f.code.emit(Op.OWN, container);
    }
    for (Step step : steps.subList(0, steps.size() - 1)) {
      int inner = f.temporary(s);
      own(inner, container, step);
      container = inner;
    }
    return container;
  }

  private void own(int part, int container, Step step) {
    atStep(step);
    if (step.field == null) {
      f.code.emit(Op.OWN_INDEX, part, container, step.index);
    } else {
      f.code.emit(Op.OWN_FIELD, part, container, fieldSite(step));
    }
  }

  private void write(int container, Step step, int value) {
    atStep(step);
    if (step.field == null) {
      f.code.emit(Op.SET_INDEX, container, step.index, value);
    } else {
      f.code.emit(Op.SET_FIELD, container, value, fieldSite(step));
    }
  }

  /**
   * Whether it is {@code path := native(path, ...)} with a native that changes its argument in
   * place where it can, and nothing in between that could notice.
   */
  private boolean replacesItself(Expr value, Expr target) {
    if (!(value instanceof Expr.Call call
            && call.callee() instanceof Expr.Name callee
            && f.variables.isNative(callee)
            && f.environment.consumes(callee.name(), 0))
        || call.arguments().isEmpty()) {
      return false;
    }
    List<Expr> others = call.arguments().subList(1, call.arguments().size());
    return root(target) instanceof Expr.Name name
        && isMutable(name)
        && isSamePath(call.arguments().getFirst(), target)
        && others.stream().noneMatch(other -> mayHold(other, name.name(), length(target)));
  }

  private static int length(Expr path) {
    return switch (path) {
      case Expr.Index e -> 1 + length(e.object());
      case Expr.Field e -> 1 + length(e.object());
      default -> 0;
    };
  }

  /**
   * Whether the value may be, or hold, something that the path leads through, or run code that sees
   * it: all of that must be as it was before the native changes the end of the path.
   */
  private boolean mayHold(Expr e, String root, int length) {
    return switch (e) {
      case Expr.IntLiteral x -> false;
      case Expr.FloatLiteral x -> false;
      case Expr.StringLiteral x -> false;
      case Expr.BoolLiteral x -> false;
      case Expr.NullLiteral x -> false;
      case Expr.Interpolation x -> f.ownership.runsCode(x);
      case Expr.Binary x -> f.ownership.runsCode(x);
      case Expr.Unary x -> f.ownership.runsCode(x);
      case Expr.Name x -> x.name().equals(root);
      case Expr.Index x -> mayLeadThrough(x, root, length);
      case Expr.Field x -> mayLeadThrough(x, root, length);
      case Expr.ArrayLiteral x -> x.elements().stream().anyMatch(n -> mayHold(n, root, length));
      case Expr.Group x -> mayHold(x.inner(), root, length);
      case Expr.Call x -> f.ownership.runsCode(x);
      default -> true;
    };
  }

  private boolean mayLeadThrough(Expr path, String root, int length) {
    boolean fromRoot = root(path) instanceof Expr.Name name && name.name().equals(root);
    return f.ownership.runsCode(path) || (fromRoot && length(path) < length);
  }

  private boolean isMutable(Expr.Name name) {
    List<Lookup.Candidate> candidates = f.resolution.lookup(name).candidates();
    return !candidates.isEmpty() && candidates.stream().noneMatch(c -> c.binding().isImmutable());
  }

  /** Whether both are the same variable and accessors, with indexes that cannot differ. */
  private boolean isSamePath(Expr a, Expr b) {
    return switch (a) {
      case Expr.Name x -> b instanceof Expr.Name y && x.name().equals(y.name());
      case Expr.Field x ->
          b instanceof Expr.Field y
              && !x.optional()
              && x.name().name().equals(y.name().name())
              && isSamePath(x.object(), y.object());
      case Expr.Index x ->
          b instanceof Expr.Index y
              && isSameIndex(x.index(), y.index())
              && isSamePath(x.object(), y.object());
      default -> false;
    };
  }

  private boolean isSameIndex(Expr a, Expr b) {
    return switch (a) {
      case Expr.IntLiteral x -> b instanceof Expr.IntLiteral y && x.value() == y.value();
      case Expr.StringLiteral x -> b instanceof Expr.StringLiteral y && x.value().equals(y.value());
      case Expr.Name x -> isSamePath(x, b);
      case Expr.Field x -> isSamePath(x, b);
      case Expr.Index x -> isSamePath(x, b);
      case Expr.Interpolation x ->
          b instanceof Expr.Interpolation y && isSameText(x.parts(), y.parts());
      default -> false;
    };
  }

  private boolean isSameText(List<Expr> a, List<Expr> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = isSameIndex(a.get(i), b.get(i));
    }
    return same;
  }

  /** Owns the part where it is, lets the native change it, and puts the result back. */
  private void update(Stmt.Assign s, Expr target, Expr.Call call) {
    List<Step> steps = new ArrayList<>();
    collectSteps(target, steps);
    int container = ownContainer(root(target), -1, steps, s);
    if (steps.size() == 1) {
      f.code.emit(Op.OWN, container);
    }
    int window = f.registers.allocate(call.arguments().size(), s);
    Step last = steps.getLast();
    own(window, container, last);
    int result = f.temporary(s);
    f.calls.nativeCallOnOwned((Expr.Name) call.callee(), call.arguments(), window, result);
    if (call.arguments().stream().anyMatch(EmitPaths::mayRunOperators)) {
      // An operator method marks all that the frame holds, so the containers must be owned anew.
      container = ownContainer(root(target), -1, steps, s);
    }
    write(container, last, result);
  }

  private static boolean mayRunOperators(Expr e) {
    return switch (e) {
      case Expr.Binary x -> true;
      case Expr.Unary x -> true;
      case Expr.ArrayLiteral x -> x.elements().stream().anyMatch(EmitPaths::mayRunOperators);
      case Expr.Interpolation x -> x.parts().stream().anyMatch(EmitPaths::mayRunOperators);
      case Expr.Group x -> mayRunOperators(x.inner());
      case Expr.Index x -> mayRunOperators(x.object()) || mayRunOperators(x.index());
      case Expr.Field x -> mayRunOperators(x.object());
      case Expr.Call x -> x.arguments().stream().anyMatch(EmitPaths::mayRunOperators);
      default -> false;
    };
  }

  /**
   * The register with the variable's value, owned; variables elsewhere get the owned value back.
   * The write to a variable's own register owns it by itself, so only a longer path asks for it
   * before.
   */
  private int ownRoot(Expr.Name name, Stmt.Assign s, boolean longPath) {
    Lookup lookup = f.resolution.lookup(name);
    Binding single = lookup.single();
    boolean inRegister = single != null && single.storage() == Binding.Storage.REGISTER;
    if (inRegister && !single.isImmutable()) {
      int register = f.register(single);
      if (longPath) {
        f.code.emit(Op.OWN, register);
      }
      return register;
    }
    int register = f.temporary(name);
    f.variables.readTo(name, register);
    f.at(s);
    f.variables.storeOwned(lookup, s, name.name(), register);
    return register;
  }

  private void atStep(Step step) {
    if (step.accessor instanceof Expr.Field field) {
      f.at(field.name());
    } else {
      f.at(step.accessor);
    }
  }

  private int fieldSite(Step step) {
    return f.site(new Site.Field(step.field), step.accessor);
  }
}
