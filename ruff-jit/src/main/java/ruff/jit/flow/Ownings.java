package ruff.jit.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ruff.bytecode.Flow;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Operand;
import ruff.bytecode.Prototype;
import ruff.bytecode.Prototype.Handler;
import ruff.jit.flow.ControlFlow.Loop;

/**
 * The instructions with which every turn of a loop owns the same containers, such as {@code m} and
 * {@code m[y]} where {@code m[y][x]} is written in a loop over {@code x}, or with which it writes
 * elements of the same one. What they copy can be copied in front of the loop: nobody can notice
 * when that happens.
 */
final class Ownings {
  private final Prototype code;
  private final Loop loop;
  private final BitSet changed = new BitSet();
  private final BitSet jumpedTo = new BitSet();
  private final BitSet parts = new BitSet();

  private Ownings(Prototype code, Loop loop) {
    this.code = code;
    this.loop = loop;
  }

  /** Those of a loop, in the order in which they are to be done. */
  static List<Integer> of(Prototype code, Loop loop) {
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      if (owns(Instruction.op(code.code[pc]))) {
        return new Ownings(code, loop).find();
      }
    }
    return List.of();
  }

  private static boolean owns(Op op) {
    return op == Op.OWN || op == Op.OWN_INDEX || op == Op.OWN_FIELD || op == Op.SET_INDEX;
  }

  private List<Integer> find() {
    findChanged();
    findTargets();
    List<Integer> found = new ArrayList<>();
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      long word = code.code[pc];
      Op op = Instruction.op(word);
      boolean leaves = !Flow.jumps(op) || !loop.contains(Flow.target(code, word));
      if (pc > loop.head() && jumpedTo.get(pc) || Flow.endsPath(op) || !leaves) {
        break;
      }
      boolean whole = op == Op.OWN || op == Op.SET_INDEX;
      if (whole && !changed.get(Instruction.a(word)) || isSamePart(op, word)) {
        found.add(pc);
        parts.set(Instruction.a(word), !whole);
      }
    }
    return found;
  }

  private boolean isSamePart(Op op, long word) {
    int whole = Instruction.b(word);
    boolean same = !changed.get(whole) || parts.get(whole);
    return same && (op == Op.OWN_FIELD || op == Op.OWN_INDEX && !changed.get(Instruction.c(word)));
  }

  /** The registers that hold something else after a turn, but for copies of what they held. */
  private void findChanged() {
    for (int pc = loop.head(); pc <= loop.end(); pc++) {
      Op op = Instruction.op(code.code[pc]);
      boolean copies = op == Op.OWN || op == Op.SET_INDEX || op == Op.SET_FIELD;
      if (!copies && (op.a() == Operand.DEF || op.a() == Operand.UPDATE)) {
        changed.set(Instruction.a(code.code[pc]));
      }
      Handler handler = code.handler(pc);
      if (handler != null) {
        changed.set(handler.errorRegister());
      }
    }
  }

  private void findTargets() {
    for (long word : code.code) {
      if (Flow.jumps(Instruction.op(word))) {
        jumpedTo.set(Flow.target(code, word));
      }
    }
    for (Handler handler : code.handlers) {
      jumpedTo.set(handler.target());
    }
  }
}
