package ruff.compile;

import ruff.ast.Expr;
import ruff.bytecode.Op;
import ruff.bytecode.PrototypeBuilder.Label;

/**
 * Writes jumps that depend on an expression, comparing and jumping in one instruction where it can.
 */
final class EmitConditions {
  private final FunctionEmitter f;

  EmitConditions(FunctionEmitter f) {
    this.f = f;
  }

  void jumpUnless(Expr condition, Label target) {
    jump(condition, target, false);
  }

  /** Goes to the target when the condition's truth is {@code when}. */
  private void jump(Expr condition, Label target, boolean when) {
    int mark = f.registers.mark();
    switch (condition) {
      case Expr.Group e -> jump(e.inner(), target, when);
      case Expr.Logical e when e.op() != Expr.LogicalOp.COALESCE -> logical(e, target, when);
      case Expr.Binary e when isComparison(e.op()) && f.code.hasTargetSpace() ->
          compare(e, target, when);
      default -> {
        int operand = f.expressions.operand(condition);
        f.at(condition);
        f.code.emitJump(when ? Op.JUMP_IF : Op.JUMP_UNLESS, operand, target);
      }
    }
    f.registers.release(mark);
  }

  private void logical(Expr.Logical e, Label target, boolean when) {
    boolean decides = e.op() == Expr.LogicalOp.OR;
    if (decides == when) {
      jump(e.left(), target, when);
      jump(e.right(), target, when);
      return;
    }
    Label past = new Label();
    jump(e.left(), past, decides);
    jump(e.right(), target, when);
    f.code.place(past);
  }

  private void compare(Expr.Binary e, Label target, boolean when) {
    int left = f.expressions.operandBefore(e.left(), e.right());
    int right = f.expressions.operand(e.right());
    f.at(e);
    f.code.emitTarget(opcode(e.op(), when), left, right, target);
  }

  private static boolean isComparison(Expr.BinaryOp op) {
    return op.compareTo(Expr.BinaryOp.EQUAL) >= 0;
  }

  private static Op opcode(Expr.BinaryOp op, boolean when) {
    return switch (op) {
      case EQUAL -> when ? Op.JUMP_IF_EQUAL : Op.JUMP_UNLESS_EQUAL;
      case NOT_EQUAL -> when ? Op.JUMP_IF_NOT_EQUAL : Op.JUMP_UNLESS_NOT_EQUAL;
      case LESS -> when ? Op.JUMP_IF_LESS : Op.JUMP_UNLESS_LESS;
      case LESS_EQUAL -> when ? Op.JUMP_IF_LESS_EQUAL : Op.JUMP_UNLESS_LESS_EQUAL;
      case GREATER -> when ? Op.JUMP_IF_GREATER : Op.JUMP_UNLESS_GREATER;
      case GREATER_EQUAL -> when ? Op.JUMP_IF_GREATER_EQUAL : Op.JUMP_UNLESS_GREATER_EQUAL;
      default -> throw new IllegalArgumentException("no comparison: " + op);
    };
  }
}
