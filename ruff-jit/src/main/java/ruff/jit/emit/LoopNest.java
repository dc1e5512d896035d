package ruff.jit.emit;

import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.interpreter.CountedRange;
import ruff.jit.flow.ControlFlow.Loop;

/**
 * How the loops of a nest are shared out among Java methods, by how often they have turned.
 *
 * <p>The inner loops of a nest are hot first. When they are short, compiled code should begin at an
 * outer loop, whose next turn is near; else it would be left and entered all the time.
 */
public final class LoopNest {
  /** Turns of an outer loop that show how long one takes. */
  private static final int ENOUGH = 16;

  /** Turns of inner loops that make the call of a method worth while. */
  private static final int LONG = 64;

  private LoopNest() {}

  /**
   * Puts off a loop that an outer one should be compiled with, and makes sure that the interpreter
   * asks about that one when it turns. A loop is put off once.
   *
   * @param head where the loop begins
   * @param limit turns at which the interpreter asks
   * @return whether it was put off
   */
  public static boolean putOff(Prototype code, int head, int limit) {
    FunctionProfile profile = FunctionProfile.of(code);
    int inner = -1;
    int outer = -1;
    for (int pc = code.code.length - 1; pc >= head; pc--) {
      long word = code.code[pc];
      if (Instruction.op(word) == Op.JUMP_BACK && Instruction.wide(word) <= head) {
        int loop = Instruction.a(word);
        if (Instruction.wide(word) == head) {
          inner = loop;
        } else if (outer < 0 && profile.turns(loop) >= ENOUGH) {
          outer = loop;
        }
      }
    }
    if (inner < 0 || outer < 0 || profile.isRecounted(inner)) {
      return false;
    }
    profile.recount(inner, 0);
    profile.recount(outer, limit - 1);
    return true;
  }

  /**
   * Whether a count that no other loop encloses will be over before it has turned that often again.
   * If so, the interpreter asks about it when it has turned that often once more, in a later call.
   */
  public static boolean isNearlyOver(Prototype code, Object[] frame, int head, int turns) {
    long word = code.code[head];
    boolean counts = Instruction.op(word) == Op.NEXT || Instruction.op(word) == Op.RANGE_NEXT;
    if (!counts
        || !(frame[Instruction.b(word)] instanceof CountedRange range)
        || ((double) range.end() - range.upcoming()) / range.step() >= turns) {
      return false;
    }
    int loop = -1;
    for (int pc = head; pc < code.code.length; pc++) {
      if (Instruction.op(code.code[pc]) == Op.JUMP_BACK) {
        int start = Instruction.wide(code.code[pc]);
        if (start < head) {
          return false;
        }
        loop = start == head ? Instruction.a(code.code[pc]) : loop;
      }
    }
    if (loop >= 0) {
      FunctionProfile.of(code).recount(loop, 0);
    }
    return loop >= 0;
  }

  /**
   * Whether a loop is known to take so many turns whenever it is entered that a call is nothing.
   */
  static boolean isLong(Method method, Loop loop) {
    long turns = turnsWithin(method, loop);
    return turns > 0 && turns >= LONG * Math.max(entries(method, loop), 1);
  }

  /** Whether it is not known that a loop is done soon, with all in it, whenever it is entered. */
  static boolean mayBeLong(Method method, Loop loop) {
    long turns = turnsWithin(method, loop);
    long entries = Math.max(entries(method, loop), method.code.calls);
    // Where code goes on from a loop on, calls are counted and turns no more.
    boolean isKnown = turns > 0 && method.code.entries == null;
    return !isKnown || turns >= LONG * Math.max(entries, 1);
  }

  /** Whether a loop is known to take few turns. */
  static boolean isShort(Method method, Loop loop) {
    long entries = entries(method, loop);
    return entries >= ENOUGH && turnsWithin(method, loop) < LONG * entries;
  }

  private static long entries(Method method, Loop loop) {
    long entries = 0;
    for (Loop other : method.flow.loops()) {
      if (other.encloses(loop)) {
        // Heads are in order, so the last one is the nearest.
        entries = FunctionProfile.of(method.code).turns(other.number());
      }
    }
    return entries;
  }

  private static long turnsWithin(Method method, Loop loop) {
    long turns = 0;
    for (Loop other : method.flow.loops()) {
      if (other == loop || loop.encloses(other)) {
        turns += FunctionProfile.of(method.code).turns(other.number());
      }
    }
    return turns;
  }
}
