package ruff.jit.emit;

import java.util.BitSet;
import ruff.bytecode.Instruction;
import ruff.jit.flow.ControlFlow.Loop;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Sums;
import ruff.jit.flow.Type;

/** What the analysis of a method knows of the {@link Sums} of its loops. */
final class SumTypes {
  private final Method method;

  SumTypes(Method method) {
    this.method = method;
  }

  /**
   * Sets the types of sums for a path that leads to a block that is the head of a loop: from
   * outside what they hold in the loop, from inside what the head knows of them, since additions do
   * not change that.
   *
   * @param from the instruction that leads there; -1 for the method's entry
   */
  void arrive(int block, int from, Registers types) {
    Loop loop = method.flow.loopAt(block);
    if (loop == null) {
      return;
    }
    int counter = Instruction.b(method.code.code[loop.head()]);
    for (int register : method.flow.sums(loop).keySet()) {
      if (!method.isSum(loop, register)) {
        continue;
      }
      Registers atHead = method.blocks[loop.head()];
      Type here = types.get(register);
      boolean isInt = here.is(Kind.INT) && !here.boxed() && isBounded(types.get(counter));
      if (from >= 0 && loop.contains(from) && atHead != null && isInt) {
        types.set(register, atHead.get(register));
      } else if (isInt && here.interval().isWithin(Sums.AT_ENTRY)) {
        types.set(register, Type.integer(Sums.IN_LOOP));
      } else {
        method.giveUpSum(method.flow.sums(loop).get(register));
      }
    }
  }

  /** Whether a loop over that takes at most 2^31 turns. */
  private static boolean isBounded(Type counter) {
    return counter.is(Kind.CURSOR) || counter.is(Kind.RANGE) && counter.narrow();
  }

  /**
   * Looks at an instruction that may add to a sum. When the size of the sum turns out not to be
   * known, the loop has to be gone through again.
   */
  void check(int pc, Operands values, Registers before, BitSet pending) {
    Loop loop = method.flow.loopOfSum(pc);
    if (loop == null || method.blocks[loop.head()] == null) {
      return;
    }
    int added = Sums.added(method.code.code[pc]);
    int register = Instruction.a(method.code.code[pc]);
    Type type =
        values.isConstant(added) ? Type.ofConstant(values.constant(added)) : before.get(added);
    boolean bounded =
        type.is(Kind.INT)
            && type.interval().isWithin(Interval.SMALL)
            && before.get(register).is(Kind.INT);
    if (!bounded && method.giveUpSum(pc)) {
      Registers atHead = method.blocks[loop.head()];
      atHead.set(register, atHead.get(register).join(Type.INT, true));
      pending.set(loop.head());
    }
  }

  /** The sums of a loop, before it begins, that are ints of unknown size. */
  BitSet unknown(Loop loop, Registers types) {
    BitSet found = new BitSet();
    for (int register : method.flow.sums(loop).keySet()) {
      Type type = types.get(register);
      if (method.isSum(loop, register)
          && type.is(Kind.INT)
          && !type.interval().isWithin(Sums.AT_ENTRY)) {
        found.set(register);
      }
    }
    return found;
  }
}
