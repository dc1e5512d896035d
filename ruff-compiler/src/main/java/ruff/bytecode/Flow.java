package ruff.bytecode;

/** Where control goes after an instruction, handlers left aside. */
public final class Flow {
  private Flow() {}

  /** Whether the instruction that follows can never be the next one. */
  public static boolean endsPath(Op op) {
    return switch (op) {
      case JUMP, JUMP_BACK, RETURN, THROW, RAISE -> true;
      default -> false;
    };
  }

  /** Whether the instruction names another one to go on with. */
  public static boolean jumps(Op op) {
    return op.b() == Operand.WIDE_TARGET || op.c() == Operand.TARGET;
  }

  /** The instruction that a jump names. */
  public static int target(Prototype function, long word) {
    return Instruction.op(word).isWide()
        ? Instruction.wide(word)
        : function.targets[Instruction.c(word)];
  }
}
