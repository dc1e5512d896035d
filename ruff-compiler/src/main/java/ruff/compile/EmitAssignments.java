package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.resolve.Binding;
import ruff.resolve.Lookup;

/** Writes assignments: to variables, and along paths into the values that variables hold. */
final class EmitAssignments {
  private final FunctionEmitter f;

  EmitAssignments(FunctionEmitter f) {
    this.f = f;
  }

  void assign(Stmt.Assign s) {
    Expr target = s.target();
    while (target instanceof Expr.Group group) {
      target = group.inner();
    }
    if (!(target instanceof Expr.Name name)) {
      assignPath(s, target);
    } else if (s.operator() == null) {
      assignName(s, name);
    } else {
      compoundName(s, name);
    }
  }

  private void assignName(Stmt.Assign s, Expr.Name name) {
    Lookup lookup = f.resolution.lookup(name);
    Binding single = lookup == null ? null : onlyMeaning(lookup);
    boolean direct =
        single != null
            && !single.isImmutable()
            && single.storage() == Binding.Storage.REGISTER
            && EmitExpressions.writesLast(s.value());
    int register = direct ? f.register(single) : f.temporary(s);
    value(s.value(), single, register);
    f.at(s);
    if (!direct) {
      f.variables.assign(lookup, s, name.name(), register);
    }
  }

  /** The variable that an assignment surely writes, or null. */
  private static Binding onlyMeaning(Lookup lookup) {
    if (lookup.candidates().isEmpty()) {
      return lookup.created();
    }
    return lookup.single();
  }

  /** Evaluates the new value of a variable, changing the old one in place where nobody can tell. */
  private void value(Expr value, Binding target, int register) {
    if (target != null && value instanceof Expr.Call call && mayGiveAway(call, target)) {
      int mark = f.registers.mark();
      f.calls.callReplacing(call, target, register);
      f.registers.release(mark);
    } else {
      f.expressions.ownedTo(value, register);
    }
  }

  /**
   * Whether {@code target := call(target, ...)} may hand the only copy over. A native checks before
   * it changes anything; a function could fail half way, which a handler around could see, and
   * other code could look at a variable that it can reach.
   */
  private boolean mayGiveAway(Expr.Call call, Binding target) {
    if (call.callee() instanceof Expr.Name name && f.variables.isNative(name)) {
      return f.environment.consumes(name.name(), 0) && f.calls.isArgumentOnce(call, target);
    }
    return f.openTries == 0
        && target.storage() == Binding.Storage.REGISTER
        && target.owner() == f.scope
        && mentions(call, target) == 1;
  }

  /** How many arguments, receiver included, name the variable; anything deeper counts twice. */
  private int mentions(Expr.Call call, Binding target) {
    List<Expr> parts = new ArrayList<>(call.arguments());
    if (call.callee() instanceof Expr.Field field) {
      parts.addFirst(field.object());
    }
    int count = 0;
    for (Expr part : parts) {
      if (part instanceof Expr.Name name) {
        count += f.resolution.lookup(name).single() == target ? 1 : 0;
      } else if (!isLiteral(part)) {
        return 2;
      }
    }
    return count;
  }

  private static boolean isLiteral(Expr e) {
    return e instanceof Expr.IntLiteral
        || e instanceof Expr.FloatLiteral
        || e instanceof Expr.StringLiteral
        || e instanceof Expr.BoolLiteral
        || e instanceof Expr.NullLiteral;
  }

  private void compoundName(Stmt.Assign s, Expr.Name name) {
    Lookup lookup = f.resolution.lookup(name);
    Binding single = lookup.single();
    Op op = EmitExpressions.opcode(s.operator());
    int old = f.expressions.operandBefore(name, s.value());
    int right = f.expressions.operand(s.value());
    boolean direct =
        single != null && !single.isImmutable() && single.storage() == Binding.Storage.REGISTER;
    int register = direct ? f.register(single) : f.temporary(s);
    f.at(s.target());
    f.code.emit(op, register, old, right);
    f.at(s);
    if (!direct) {
      f.variables.assign(lookup, name, name.name(), register);
    }
  }

  /** One accessor of a path with its evaluated index, or its field. */
  private record Step(Expr accessor, int index, String field) {}

  private void assignPath(Stmt.Assign s, Expr target) {
    boolean compound = s.operator() != null;
    int value = compound ? -1 : f.expressions.owned(s.value());
    if (!compound && f.ownership.mustShareAtRead(s.value(), f.ownership.runsCode(target))) {
      f.code.emit(Op.SHARE, value);
    }
    Expr root = root(target);
    int rootValue = root instanceof Expr.Name ? -1 : f.expressions.operand(root);
    List<Step> steps = new ArrayList<>();
    collectSteps(target, steps);
    if (compound) {
      int old = readPath(root, rootValue, steps);
      if (f.ownership.mustShareAtRead(target, f.ownership.runsCode(s.value()))) {
        f.code.emit(Op.SHARE, old);
      }
      int right = f.expressions.operand(s.value());
      value = f.temporary(s);
      f.at(target);
      f.code.emit(EmitExpressions.opcode(s.operator()), value, old, right);
    }
    writePath(root, rootValue, steps, value, s);
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
    int container = rootValue;
    if (root instanceof Expr.Name name) {
      container = ownRoot(name, s, steps.size() > 1);
    } else {
      f.code.emit(Op.OWN, container);
    }
    for (Step step : steps.subList(0, steps.size() - 1)) {
      int inner = f.temporary(s);
      atStep(step);
      if (step.field == null) {
        f.code.emit(Op.OWN_INDEX, inner, container, step.index);
      } else {
        f.code.emit(Op.OWN_FIELD, inner, container, fieldSite(step));
      }
      container = inner;
    }
    Step last = steps.getLast();
    atStep(last);
    if (last.field == null) {
      f.code.emit(Op.SET_INDEX, container, last.index, value);
    } else {
      f.code.emit(Op.SET_FIELD, container, value, fieldSite(last));
    }
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
