package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.resolve.Binding;
import ruff.resolve.Lookup;

/** Writes assignments to variables. */
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
      f.paths.assign(s, target);
    } else if (s.operator() == null) {
      assignName(s, name);
    } else {
      compoundName(s, name);
    }
  }

  private void assignName(Stmt.Assign s, Expr.Name name) {
    Lookup lookup = f.resolution.lookup(name);
    Binding single = lookup == null ? null : lookup.target();
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

  /** Evaluates the new value of a variable, changing the old one in place where nobody can tell. */
  private void value(Expr value, Binding target, int register) {
    if (target != null && value instanceof Expr.Call call && mayGiveAway(call, target)) {
      int mark = f.registers.mark();
      f.calls.callReplacing(call, target, register);
      f.registers.release(mark);
    } else if (target != null && value instanceof Expr.Index index && endsIn(index, target)) {
      takePart(index, target, register);
    } else {
      f.expressions.ownedTo(value, register);
    }
  }

  /**
   * Whether {@code target := native(target, ...)[0]} may hand the only copy over. Unlike the native
   * alone, the index can fail after something was changed, which nobody must be able to see.
   */
  private boolean endsIn(Expr.Index index, Binding target) {
    return index.index() instanceof Expr.IntLiteral number
        && (number.value() == 0 || number.value() == 1)
        && index.object() instanceof Expr.Call call
        && call.callee() instanceof Expr.Name name
        && f.variables.isNative(name)
        && f.environment.givesArray(name.name())
        && mayGiveAway(call, target)
        && isOutOfReach(target);
  }

  /** Takes an element out of the array that a call gives; the array ends here. */
  private void takePart(Expr.Index index, Binding target, int register) {
    int mark = f.registers.mark();
    int array = f.temporary(index);
    f.calls.callReplacing((Expr.Call) index.object(), target, array);
    int number = f.expressions.operand(index.index());
    f.at(index);
    f.code.emit(Op.GET_INDEX, register, array, number);
    int position = (int) ((Expr.IntLiteral) index.index()).value();
    f.code.emit(Op.TAKE_ELEMENT, register, array, position);
    f.registers.release(mark);
  }

  /** Whether no handler and no other code can look at the variable when something fails now. */
  private boolean isOutOfReach(Binding target) {
    return f.openTries == 0
        && target.storage() == Binding.Storage.REGISTER
        && target.owner() == f.scope;
  }

  /**
   * Evaluates a value whose parts the names of a pattern get: {@code [xs, x] := pop(xs)} gives the
   * old {@code xs} away.
   */
  void destructured(Stmt.Destructure s, int register) {
    Binding target = s.value() instanceof Expr.Call call ? overwritten(s.pattern(), call) : null;
    if (target != null && mayGiveAway((Expr.Call) s.value(), target)) {
      int mark = f.registers.mark();
      f.calls.callReplacing((Expr.Call) s.value(), target, register);
      f.registers.release(mark);
    } else {
      f.expressions.to(s.value(), register);
    }
  }

  /** The only argument that a pattern surely overwrites as soon as the call has ended, or null. */
  private Binding overwritten(Pattern pattern, Expr.Call call) {
    List<Binding> targets = new ArrayList<>();
    if (!addTargets(pattern, targets)) {
      return null;
    }
    Binding found = null;
    for (Expr argument : EmitCalls.parts(call)) {
      Lookup lookup = argument instanceof Expr.Name name ? f.resolution.lookup(name) : null;
      Binding variable = lookup == null ? null : lookup.single();
      if (variable != null && targets.contains(variable)) {
        if (found != null) {
          return null;
        }
        found = variable;
      }
    }
    return found;
  }

  /** Collects the variables that a pattern assigns; false where an assignment can fail. */
  private boolean addTargets(Pattern pattern, List<Binding> targets) {
    return switch (pattern) {
      case null -> true;
      case Pattern.Discard p -> true;
      case Pattern.Name p -> {
        Lookup lookup = f.resolution.lookup(p);
        Binding only = lookup == null ? null : lookup.target();
        if (only == null || only.isImmutable()) {
          yield false;
        }
        targets.add(only);
        yield true;
      }
      case Pattern.Array p ->
          p.elements().stream().allMatch(part -> addTargets(part, targets))
              && addTargets(p.rest(), targets);
      case Pattern.Dict p ->
          p.entries().stream().allMatch(part -> addTargets(part, targets))
              && addTargets(p.rest(), targets);
    };
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
    return isOutOfReach(target) && f.calls.isPassedOnce(call, target);
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
}
