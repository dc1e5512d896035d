package ruff.interpreter;

import ruff.value.Container;

/** Calls of operator methods. */
final class Operators {
  private Operators() {}

  /**
   * Calls an operator method. The operands keep their holders, and so does every temporary of the
   * frame that runs the operator: the compiler counts on operators not changing anything in place,
   * so all values that the frame holds are marked here, where that is rare.
   */
  static Object call(Strand strand, FunctionValue method, Object... receiverAndArgument) {
    for (Object register : strand.registers()) {
      Container.share(register);
    }
    for (Object operand : receiverAndArgument) {
      Container.share(operand);
    }
    return Calls.method(strand, method, receiverAndArgument);
  }
}
