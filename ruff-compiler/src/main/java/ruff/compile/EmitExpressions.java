package ruff.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import ruff.ast.Expr;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.bytecode.Site;

/** Writes the code of expressions. */
final class EmitExpressions {
  private final FunctionEmitter f;
  private final TextSums texts;

  EmitExpressions(FunctionEmitter f) {
    this.f = f;
    this.texts = new TextSums(f);
  }

  /**
   * Evaluates to an operand: a variable's register, a constant, or a temporary. Nothing that the
   * program can do changes a variable's register between this and the use of the operand.
   */
  int operand(Expr e) {
    return switch (e) {
      case Expr.IntLiteral x -> f.constant(x.value(), e);
      case Expr.FloatLiteral x -> f.constant(x.value(), e);
      case Expr.StringLiteral x -> f.constant(x.value(), e);
      case Expr.BoolLiteral x -> f.constant(x.value(), e);
      case Expr.NullLiteral x -> f.nullConstant(e);
      case Expr.Name x -> f.variables.read(x);
      case Expr.Group x -> operand(x.inner());
      default -> {
        int register = f.temporary(e);
        to(e, register);
        yield register;
      }
    };
  }

  /** Like {@link #operand}, for a value that waits while {@code later} is evaluated. */
  int operandBefore(Expr e, Expr later) {
    int operand = operand(e);
    if (f.ownership.mustShareAtRead(e, f.ownership.runsCode(later))) {
      f.code.emit(Op.SHARE, operand);
    }
    return operand;
  }

  /** Evaluates to an operand whose value may get a new holder. */
  int owned(Expr e) {
    int operand = operand(e);
    if (f.ownership.isBorrowed(e)) {
      f.code.emit(Op.SHARE, operand);
    }
    return operand;
  }

  /** Evaluates into a register that becomes a new holder of the value. */
  void ownedTo(Expr e, int register) {
    if (e instanceof Expr.Name name) {
      int operand = f.variables.read(name);
      f.code.emit(Op.MOVE_SHARED, register, operand);
      return;
    }
    to(e, register);
    if (f.ownership.isBorrowed(e)) {
      f.code.emit(Op.SHARE, register);
    }
  }

  /**
   * Evaluates into a register. It may be written before all operands are read, unless {@link
   * #writesLast} says otherwise.
   */
  void to(Expr e, int register) {
    int mark = f.registers.mark();
    switch (e) {
      case Expr.IntLiteral x -> moveTo(e, register);
      case Expr.FloatLiteral x -> moveTo(e, register);
      case Expr.StringLiteral x -> moveTo(e, register);
      case Expr.BoolLiteral x -> moveTo(e, register);
      case Expr.NullLiteral x -> moveTo(e, register);
      case Expr.Name x -> f.variables.readTo(x, register);
      case Expr.Group x -> to(x.inner(), register);
      case Expr.Interpolation x -> f.literals.interpolation(x, register);
      case Expr.ArrayLiteral x -> f.literals.array(x, register);
      case Expr.DictLiteral x -> f.literals.dict(x, register);
      case Expr.StructLiteral x -> f.literals.struct(x, register);
      case Expr.Wrap x -> f.literals.wrap(x, register);
      case Expr.EnumValue x -> f.literals.enumValue(x, register);
      case Expr.Function x -> f.functions.closure(x, x.function(), null, register);
      case Expr.Unary x -> unary(x, register);
      case Expr.Binary x -> binary(x, register);
      case Expr.Logical x -> logical(x, register);
      case Expr.Pipe x -> f.calls.pipe(x, register);
      case Expr.Call x -> f.calls.call(x, register);
      case Expr.Index x -> index(x, register);
      case Expr.Field x -> field(x, register);
      case Expr.Propagate x -> propagate(x, register);
      case Expr.Await x -> await(x, register);
      case Expr.Yield x -> yieldValue(x, register);
      case Expr.Throw x -> throwValue(x);
      case Expr.Spread x -> throw new CompileFault(e, "Spread is not an expression");
      case Expr.Missing x -> throw new CompileFault(e, "Expected expression");
    }
    f.registers.release(mark);
  }

  /** Whether the register is written by the last instruction only, after all that can fail. */
  static boolean writesLast(Expr e) {
    return switch (e) {
      case Expr.Binary x -> true;
      case Expr.Unary x -> true;
      case Expr.Index x -> true;
      case Expr.Field x -> !x.optional();
      case Expr.Call x -> !(x.callee() instanceof Expr.Field field && field.optional());
      case Expr.Interpolation x -> true;
      case Expr.Function x -> true;
      case Expr.StructLiteral x -> true;
      case Expr.IntLiteral x -> true;
      case Expr.FloatLiteral x -> true;
      case Expr.StringLiteral x -> true;
      case Expr.BoolLiteral x -> true;
      case Expr.NullLiteral x -> true;
      case Expr.Group x -> writesLast(x.inner());
      default -> false;
    };
  }

  private void moveTo(Expr e, int register) {
    f.code.emit(Op.MOVE, register, operand(e));
  }

  private void unary(Expr.Unary e, int register) {
    int operand = operand(e.operand());
    f.at(e);
    f.code.emit(e.op() == Expr.UnaryOp.NEGATE ? Op.NEGATE : Op.NOT, register, operand);
  }

  /** A chain like {@code a + b + c} passes its value on in one temporary, however long it is. */
  private void binary(Expr.Binary e, int register) {
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    for (Expr at = e; at instanceof Expr.Binary binary; at = binary.left()) {
      chain.push(binary);
    }
    int passed = chain.size() > 1 ? f.registers.allocate(2, e) : register;
    int left = -1;
    while (!chain.isEmpty()) {
      int mark = f.registers.mark();
      boolean three = texts.startsWithThree(chain);
      Expr.Binary at = chain.pop();
      if (three) {
        if (left < 0) {
          f.literals.toWindow(at.left(), passed, List.of(at.right()));
        }
        to(at.right(), passed + 1);
        int third = operand(chain.pop().right());
        left = chain.isEmpty() ? register : passed;
        f.at(at);
        f.code.emit(Op.ADD_THREE, left, passed, third);
      } else {
        int first = left < 0 ? operandBefore(at.left(), at.right()) : left;
        int second = operand(at.right());
        left = chain.isEmpty() ? register : passed;
        f.at(at);
        f.code.emit(opcode(at.op()), left, first, second);
      }
      f.registers.release(mark);
    }
  }

  static Op opcode(Expr.BinaryOp op) {
    return switch (op) {
      case ADD -> Op.ADD;
      case SUBTRACT -> Op.SUBTRACT;
      case MULTIPLY -> Op.MULTIPLY;
      case DIVIDE -> Op.DIVIDE;
      case MODULO -> Op.MODULO;
      case EQUAL -> Op.EQUAL;
      case NOT_EQUAL -> Op.NOT_EQUAL;
      case LESS -> Op.LESS;
      case GREATER -> Op.GREATER;
      case LESS_EQUAL -> Op.LESS_EQUAL;
      case GREATER_EQUAL -> Op.GREATER_EQUAL;
    };
  }

  private void logical(Expr.Logical e, int register) {
    Label done = new Label();
    if (e.op() == Expr.LogicalOp.COALESCE) {
      to(e.left(), register);
      f.code.emitJump(Op.JUMP_UNLESS_NULL, register, done);
      to(e.right(), register);
      f.code.place(done);
      return;
    }
    truth(e.left(), register);
    f.code.emitJump(e.op() == Expr.LogicalOp.AND ? Op.JUMP_UNLESS : Op.JUMP_IF, register, done);
    truth(e.right(), register);
    f.code.place(done);
  }

  private void truth(Expr e, int register) {
    int mark = f.registers.mark();
    int operand = operand(e);
    f.at(e);
    f.code.emit(Op.TO_BOOL, register, operand);
    f.registers.release(mark);
  }

  private void index(Expr.Index e, int register) {
    int object = operandBefore(e.object(), e.index());
    int index = operand(e.index());
    f.at(e);
    f.code.emit(Op.GET_INDEX, register, object, index);
  }

  private void field(Expr.Field e, int register) {
    if (e.optional()) {
      Label done = new Label();
      to(e.object(), register);
      f.code.emitJump(Op.JUMP_IF_NULL, register, done);
      getField(e, register, register);
      f.code.place(done);
      return;
    }
    getField(e, register, operand(e.object()));
  }

  private void getField(Expr.Field e, int register, int object) {
    f.at(e.name());
    f.code.emit(Op.GET_FIELD, register, object, f.site(new Site.Field(e.name().name()), e));
  }

  private void propagate(Expr.Propagate e, int register) {
    int operand = operand(e.operand());
    f.at(e);
    f.code.emit(Op.PROPAGATE, register, operand);
  }

  private void await(Expr.Await e, int register) {
    int operand = operand(e.operand());
    if (f.kind != Prototype.Kind.ASYNC) {
      f.waits.waits();
    }
    f.at(e);
    f.code.emit(Op.AWAIT, register, operand);
  }

  private void yieldValue(Expr.Yield e, int register) {
    if (f.kind != Prototype.Kind.GENERATOR) {
      throw new CompileFault(e, "Yield can only be used inside generator functions");
    }
    int operand = e.operand() == null ? f.nullConstant(e) : owned(e.operand());
    f.at(e);
    f.code.emit(Op.YIELD, register, operand);
  }

  private void throwValue(Expr.Throw e) {
    int operand = owned(e.arguments().getFirst());
    f.at(e);
    f.code.emit(Op.THROW, operand);
  }
}
