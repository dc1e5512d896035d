package ruff.jit.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Operand;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;
import ruff.bytecode.Site;

/**
 * Whether a handler looks at more of its error than the message. Most do not, and then nobody has
 * to find out which functions were active.
 *
 * <p>Follows the registers that may hold the error from the handler on, on all paths.
 */
public final class ErrorUse {
  private static final String MESSAGE = "message";

  private final Prototype code;
  private final BitSet[] holders;
  private final Deque<Integer> pending = new ArrayDeque<>();

  private ErrorUse(Prototype code) {
    this.code = code;
    this.holders = new BitSet[code.code.length];
  }

  public static boolean isMessageOnly(Prototype code, Handler handler) {
    BitSet start = new BitSet();
    start.set(handler.errorRegister());
    ErrorUse use = new ErrorUse(code);
    use.arrive(handler.target(), start);
    while (!use.pending.isEmpty()) {
      if (!use.follow(use.pending.remove())) {
        return false;
      }
    }
    return true;
  }

  private void arrive(int pc, BitSet registers) {
    if (registers.isEmpty() || pc >= holders.length) {
      return;
    }
    if (holders[pc] == null) {
      holders[pc] = (BitSet) registers.clone();
      pending.add(pc);
    } else {
      int before = holders[pc].cardinality();
      holders[pc].or(registers);
      if (holders[pc].cardinality() != before) {
        pending.add(pc);
      }
    }
  }

  /** Goes over one instruction; false when it needs the whole error. */
  private boolean follow(int pc) {
    long word = code.code[pc];
    Op op = Instruction.op(word);
    BitSet registers = (BitSet) holders[pc].clone();
    boolean copies = (op == Op.MOVE || op == Op.MOVE_SHARED) && registers.get(Instruction.b(word));
    if (!copies && !isRead(word, op) && usesAny(registers, word, op)) {
      return false;
    }
    if (op.a() == Operand.DEF) {
      registers.clear(Instruction.a(word));
    }
    if (copies) {
      registers.set(Instruction.a(word));
    }
    if (!Flow.endsPath(op)) {
      arrive(pc + 1, registers);
    }
    if (Flow.jumps(op)) {
      arrive(Flow.target(code, word), registers);
    }
    Handler around = code.handler(pc);
    if (around != null) {
      arrive(around.target(), registers);
    }
    return true;
  }

  private boolean isRead(long word, Op op) {
    return op == Op.GET_FIELD
        && ((Site.Field) code.sites[Instruction.c(word)]).name.equals(MESSAGE);
  }

  private boolean usesAny(BitSet registers, long word, Op op) {
    for (int register : ControlFlow.uses(code, word, op)) {
      if (registers.get(register)) {
        return true;
      }
    }
    return false;
  }
}
