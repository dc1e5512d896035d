package ruff.jit.emit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import ruff.bytecode.Prototype;

/** What a class takes for granted about one of its functions. */
final class Assumptions {
  private final Prototype code;

  /** What the instructions had met when the class was made. */
  final byte[] feedback;

  /** Which instructions are not guessed at. */
  final boolean[] general;

  /** What was left to the interpreter since it had never been reached. */
  private final BitSet unvisited = new BitSet();

  private final BitSet visited = new BitSet();

  /** Counts whose bounds are taken for small. */
  private final BitSet bounded = new BitSet();

  /** Where arrays are taken to fill their storage: instructions, each with the register. */
  private final Map<Integer, Integer> exact = new HashMap<>();

  Assumptions(Prototype code) {
    this.code = code;
    this.feedback = code.feedback.clone();
    this.general = FunctionProfile.of(code).generalAt();
  }

  void assumeUnvisited(int pc) {
    unvisited.set(pc);
  }

  /** Whether the bounds of the count that begins there may be taken for small. */
  boolean assumeBounded(int pc) {
    boolean may = !FunctionProfile.of(code).isUnbounded(pc);
    bounded.set(pc, may);
    return may;
  }

  /**
   * Whether arrays in a register may be taken to fill their storage. That holds in all loops of a
   * function or in none: storage that one of them holds apart must not be replaced by another.
   */
  boolean mayBeExact(int register) {
    return !FunctionProfile.of(code).isInexact(register);
  }

  void assumeExact(int pc, int register) {
    exact.put(pc, register);
  }

  /**
   * Notes an exit.
   *
   * @return whether the class should be made again: a guess is given up, or it was made before the
   *     instruction had met what it meets
   */
  boolean failedAt(int pc) {
    if (code.feedback[pc] != feedback[pc]) {
      return true;
    }
    if (bounded.get(pc)) {
      FunctionProfile.of(code).noteUnbounded(pc);
      return true;
    }
    Integer array = exact.get(pc);
    if (array != null) {
      FunctionProfile.of(code).noteInexact(array);
      return true;
    }
    if (unvisited.get(pc)) {
      boolean again = visited.get(pc);
      visited.set(pc);
      return again;
    }
    return FunctionProfile.of(code).noteExit(pc);
  }
}
