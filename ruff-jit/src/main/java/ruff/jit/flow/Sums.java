package ruff.jit.flow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.jit.flow.ControlFlow.Loop;

/**
 * The registers that a counted loop adds to at most once in each turn, and in which it writes
 * nothing else. A loop that goes through a count with small bounds, an array or a string takes at
 * most 2^31 turns. So where what is added is small too, a sum moves by at most 2^61 in all, and one
 * that begins within {@link #AT_ENTRY} stays within {@link #IN_LOOP}: no addition has to be
 * checked.
 */
public final class Sums {
  public static final Interval AT_ENTRY = new Interval(-(1L << 61), 1L << 61);
  public static final Interval IN_LOOP = new Interval(-(1L << 62), 1L << 62);

  private Sums() {}

  /** The sums of a loop, each with the instruction that adds. */
  static Map<Integer, Integer> of(Prototype code, Loop loop, List<Loop> loops) {
    Map<Integer, Integer> sums = new TreeMap<>();
    Op head = Instruction.op(code.code[loop.head()]);
    if (head != Op.NEXT && head != Op.RANGE_NEXT) {
      return sums;
    }
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      int register = Instruction.a(code.code[pc]);
      if (adds(code.code[pc]) && !isInInner(loop, loops, pc) && isOnlyWrite(code, loop, pc)) {
        sums.put(register, pc);
      }
    }
    return sums;
  }

  private static boolean adds(long word) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int c = Instruction.c(word);
    return switch (Instruction.op(word)) {
      case ADD -> (a == b) != (a == c);
      case SUBTRACT -> a == b && a != c;
      default -> false;
    };
  }

  private static boolean isInInner(Loop loop, List<Loop> loops, int pc) {
    return loops.stream().anyMatch(other -> loop.encloses(other) && other.contains(pc));
  }

  private static boolean isOnlyWrite(Prototype code, Loop loop, int at) {
    int register = Instruction.a(code.code[at]);
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      if (pc != at && ControlFlow.writes(code, pc, register)) {
        return false;
      }
    }
    return true;
  }

  /** What an instruction that adds to a sum adds. */
  public static int added(long word) {
    return Instruction.a(word) == Instruction.b(word) ? Instruction.c(word) : Instruction.b(word);
  }
}
