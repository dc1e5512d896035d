package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Expr;
import ruff.bytecode.Op;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.bytecode.Site;
import ruff.resolve.Binding;

/** Writes calls: of values, of natives, of methods, through pipes. */
final class EmitCalls {
  /** Arguments that the ownership masks tell apart; the last bit stands for all from there on. */
  private static final int MASK_BITS = 64;

  /** The method of channels that waits. */
  private static final String RECEIVE = "receive";

  private final FunctionEmitter f;

  EmitCalls(FunctionEmitter f) {
    this.f = f;
  }

  void call(Expr.Call call, int register) {
    call(call, call.arguments(), null, register);
  }

  /**
   * A call that {@code variable := call} overwrites the variable with: an argument that is just
   * this variable is given away.
   */
  void callReplacing(Expr.Call call, Binding variable, int register) {
    call(call, call.arguments(), variable, register);
  }

  void pipe(Expr.Pipe pipe, int register) {
    if (pipe.right() instanceof Expr.Call call) {
      List<Expr> arguments = new ArrayList<>(call.arguments());
      arguments.addFirst(pipe.left());
      pipedCall(call, arguments, register);
    } else {
      pipedValue(pipe, register);
    }
  }

  /** {@code x |> f(a)}: the piped value comes first, also before a receiver. */
  private void pipedCall(Expr.Call call, List<Expr> arguments, int register) {
    if (call.callee() instanceof Expr.Name) {
      call(call, arguments, null, register);
      return;
    }
    int base = f.registers.allocate(1 + arguments.size(), call);
    window(arguments.subList(0, 1), base + 1, f.ownership.runsCode(call));
    boolean method = call.callee() instanceof Expr.Field;
    Expr.Field field = method ? (Expr.Field) call.callee() : null;
    f.expressions.to(method ? field.object() : call.callee(), base);
    window(arguments.subList(1, arguments.size()), base + 2, false);
    if (method) {
      List<Expr> all = new ArrayList<>(arguments);
      all.addFirst(field.object());
      methodCall(field, base, all, null, register);
    } else {
      valueCall(call.callee(), base, arguments, null, register);
    }
  }

  private void pipedValue(Expr.Pipe pipe, int register) {
    List<Expr> arguments = List.of(pipe.left());
    Expr callee = pipe.right();
    if (callee instanceof Expr.Name name && f.variables.isNative(name)) {
      nativeCall(name, arguments, null, register);
      return;
    }
    int base = f.registers.allocate(2, pipe);
    window(arguments, base + 1, f.ownership.runsCode(callee));
    f.expressions.to(callee, base);
    valueCall(callee, base, arguments, null, register);
  }

  private void call(Expr.Call call, List<Expr> arguments, Binding given, int register) {
    switch (call.callee()) {
      case Expr.Name name when f.variables.isNative(name) ->
          nativeCall(name, arguments, given, register);
      case Expr.Field field when isPromiseAll(field) -> promiseAll(field, arguments, register);
      case Expr.Field field -> method(field, arguments, given, register);
      case Expr.Name name -> {
        int base = f.registers.allocate(1 + arguments.size(), call);
        functionWindow(arguments, base + 1, given);
        f.variables.readCalleeTo(name, base);
        valueCall(name, base, arguments, given, register);
      }
      default -> {
        int base = f.registers.allocate(1 + arguments.size(), call);
        f.expressions.to(call.callee(), base);
        functionWindow(arguments, base + 1, given);
        valueCall(call.callee(), base, arguments, given, register);
      }
    }
  }

  private void valueCall(Expr callee, int base, List<Expr> arguments, Binding given, int register) {
    f.at(callee);
    Site site = new Site.Call(arguments.size(), lent(arguments, given), exposed(arguments));
    f.code.emit(Op.CALL, register, base, f.site(site, callee));
  }

  /** {@code Promise.all} is written like a method of a name that does not exist. */
  private boolean isPromiseAll(Expr.Field field) {
    return field.object() instanceof Expr.Name name
        && name.name().equals("Promise")
        && field.name().name().equals("all")
        && f.resolution.lookup(name).candidates().isEmpty();
  }

  private void promiseAll(Expr.Field field, List<Expr> arguments, int register) {
    nativeCall(new Expr.Name(field.span(), "promise_all"), arguments, null, register);
  }

  private void nativeCall(Expr.Name name, List<Expr> arguments, Binding given, int register) {
    if (name.name().equals("len") && arguments.size() == 1) {
      int operand = f.expressions.operand(arguments.getFirst());
      f.at(name);
      f.code.emit(Op.LENGTH, register, operand);
      return;
    }
    int base = f.registers.allocate(arguments.size(), name);
    window(arguments, base, false);
    long lent = lent(arguments, given);
    finishNativeCall(name, arguments.size(), lent, base, register);
  }

  /** Calls a native whose first argument is in place at {@code base} and belongs to nobody else. */
  void nativeCallOnOwned(Expr.Name name, List<Expr> arguments, int base, int register) {
    window(arguments.subList(1, arguments.size()), base + 1, false);
    finishNativeCall(name, arguments.size(), lent(arguments, null) & ~1L, base, register);
  }

  private void finishNativeCall(
      Expr.Name name, int argumentCount, long allLent, int base, int register) {
    long lent = allLent & ~f.environment.borrows(name.name());
    Site site = new Site.NativeCall(argumentCount, lent, f.environment.value(name.name()));
    f.at(name);
    f.code.emit(Op.CALL_NATIVE, register, base, f.site(site, name));
  }

  private void method(Expr.Field field, List<Expr> arguments, Binding given, int register) {
    int base = f.registers.allocate(1 + arguments.size(), field);
    List<Expr> all = new ArrayList<>(arguments);
    all.addFirst(field.object());
    if (!inner(all, base, given)) {
      f.literals.toWindow(field.object(), base, arguments);
    }
    Label skip = new Label();
    if (field.optional()) {
      f.code.emit(Op.MOVE, register, base);
      f.code.emitJump(Op.JUMP_IF_NULL, base, skip);
    }
    window(arguments, base + 1, false, given);
    methodCall(field, base, all, given, register);
    f.code.place(skip);
  }

  /** The receiver stands first among {@code all}. */
  private void methodCall(Expr.Field field, int base, List<Expr> all, Binding given, int register) {
    if (field.name().name().equals(RECEIVE)) {
      f.waits.waits();
    }
    f.at(field.name());
    Site site =
        new Site.Method(field.name().name(), all.size() - 1, lent(all, given), exposed(all));
    f.code.emit(Op.CALL_METHOD, register, base, f.site(site, field));
  }

  private void functionWindow(List<Expr> arguments, int base, Binding given) {
    if (inner(arguments, base, given)) {
      window(arguments.subList(1, arguments.size()), base + 1, false);
    } else {
      window(arguments, base, false, given);
    }
  }

  /** Evaluates the call that stands first and gets the variable's value, if there is one. */
  private boolean inner(List<Expr> parts, int register, Binding given) {
    Expr.Call inner = given == null ? null : inner(parts, given);
    if (inner != null) {
      int mark = f.registers.mark();
      callReplacing(inner, given, register);
      f.registers.release(mark);
    }
    return inner != null;
  }

  /**
   * Evaluates arguments into consecutive registers, marking what code before the call could change.
   */
  private void window(List<Expr> arguments, int base, boolean codeFollows) {
    window(arguments, base, codeFollows, null);
  }

  /**
   * {@link #window} where a variable may be given away: parts of its value get a second holder,
   * because the callee may change the value in place.
   */
  private void window(List<Expr> arguments, int base, boolean codeFollows, Binding given) {
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      f.expressions.to(argument, base + i);
      List<Expr> later = arguments.subList(i + 1, arguments.size());
      boolean runs = codeFollows || later.stream().anyMatch(f.ownership::runsCode);
      boolean part = given != null && f.ownership.isPartOf(argument, given);
      if (part || f.ownership.mustShareAtRead(argument, runs)) {
        f.code.emit(Op.SHARE, base + i);
      }
    }
  }

  /** The arguments whose values keep another holder, as bits; {@code given} loses its value. */
  private long lent(List<Expr> arguments, Binding given) {
    long mask = 0;
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      boolean moved = given != null && isVariable(argument, given);
      if (f.ownership.isBorrowed(argument) && !moved) {
        mask |= bit(i);
      }
    }
    return mask;
  }

  /** The arguments whose holders a called function could change while it looks at them. */
  private long exposed(List<Expr> arguments) {
    long mask = 0;
    for (int i = 0; i < arguments.size(); i++) {
      if (f.ownership.mustShareAtRead(arguments.get(i), true)) {
        mask |= bit(i);
      }
    }
    return mask;
  }

  private static long bit(int argument) {
    return 1L << Math.min(argument, MASK_BITS - 1);
  }

  /** Whether exactly one argument is just the variable. */
  boolean isArgumentOnce(Expr.Call call, Binding variable) {
    return call.arguments().stream().filter(e -> isVariable(e, variable)).count() == 1;
  }

  /**
   * Whether a call gets the variable's value once, as its receiver or an argument. It may get parts
   * of the value besides, which are marked when the value is given away.
   */
  boolean isPassedOnce(Expr.Call call, Binding variable) {
    List<Expr> parts = parts(call);
    if (inner(parts, variable) != null) {
      return true;
    }
    int count = 0;
    for (Expr part : parts) {
      if (isVariable(part, variable)) {
        count++;
      } else if (f.ownership.mayBe(part, variable)) {
        return false;
      }
    }
    return count == 1;
  }

  /**
   * The call in {@code x.inner().outer(y)} or {@code outer(inner(x), y)} that gets the variable's
   * value once; Java null where something else is evaluated after it has changed the value.
   */
  private Expr.Call inner(List<Expr> parts, Binding variable) {
    return !parts.isEmpty()
            && parts.getFirst() instanceof Expr.Call inner
            && !isNative(inner)
            && parts.stream().skip(1).allMatch(part -> isFixed(part, variable))
            && isPassedOnce(inner, variable)
        ? inner
        : null;
  }

  private boolean isNative(Expr.Call call) {
    return call.callee() instanceof Expr.Name name && f.variables.isNative(name);
  }

  /** Whether a value has nothing to do with the variable, at whatever time it is computed. */
  private boolean isFixed(Expr e, Binding variable) {
    return switch (e) {
      case Expr.Name name -> !f.ownership.mayBe(name, variable);
      case Expr.Group x -> isFixed(x.inner(), variable);
      case Expr.Unary x -> isFixed(x.operand(), variable);
      case Expr.Binary x -> isFixed(x.left(), variable) && isFixed(x.right(), variable);
      case Expr.Index x -> isFixed(x.object(), variable) && isFixed(x.index(), variable);
      case Expr.Field x -> isFixed(x.object(), variable);
      case Expr.IntLiteral x -> true;
      case Expr.FloatLiteral x -> true;
      case Expr.StringLiteral x -> true;
      case Expr.BoolLiteral x -> true;
      case Expr.NullLiteral x -> true;
      default -> false;
    };
  }

  /** What a call passes on: the receiver of a method and the arguments. */
  static List<Expr> parts(Expr.Call call) {
    List<Expr> parts = new ArrayList<>(call.arguments());
    if (call.callee() instanceof Expr.Field field) {
      parts.addFirst(field.object());
    }
    return parts;
  }

  private boolean isVariable(Expr e, Binding binding) {
    return e instanceof Expr.Name name && f.resolution.lookup(name).single() == binding;
  }
}
