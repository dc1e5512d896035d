package ruff.jit.emit;

import java.util.BitSet;
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
    if (unvisited.get(pc)) {
      boolean again = visited.get(pc);
      visited.set(pc);
      return again;
    }
    return FunctionProfile.of(code).noteExit(pc);
  }
}
