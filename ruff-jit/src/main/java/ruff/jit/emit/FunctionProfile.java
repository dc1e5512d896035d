package ruff.jit.emit;

import java.util.BitSet;
import ruff.bytecode.Prototype;

/**
 * What compiled code has taught about a function: which guesses failed. Kept in {@code
 * Prototype.compilation}.
 *
 * <p>Written without locks by whoever runs the function; a lost count delays a decision, no more.
 */
public final class FunctionProfile {
  /** Exits at one instruction after which its guess is given up. */
  private static final int PATIENCE = 3;

  /** Compilations after which nothing is guessed any more. */
  private static final int RESTLESS = 12;

  private final byte[] exits;

  /** The feedback that the newest code was made with. */
  private final byte[] assumed;

  /** What the newest code left to the interpreter since it had never been reached. */
  private final BitSet unvisited = new BitSet();

  private final boolean[] anyArgument;

  /** Compilations so far, of the function and of its loops. */
  public int versions;

  /** Why it is not compiled any more, or null. */
  public String refusal;

  private FunctionProfile(Prototype code) {
    this.exits = new byte[code.code.length];
    this.assumed = new byte[code.code.length];
    this.anyArgument = new boolean[code.parameterCount];
  }

  public static FunctionProfile of(Prototype code) {
    if (code.compilation instanceof FunctionProfile known) {
      return known;
    }
    FunctionProfile made = new FunctionProfile(code);
    code.compilation = made;
    return made;
  }

  /** Takes what instructions have met so far for what they will meet. */
  byte[] assume(Prototype code) {
    System.arraycopy(code.feedback, 0, assumed, 0, assumed.length);
    return assumed.clone();
  }

  /** Notes that the newest code was made before the instruction was ever reached. */
  void assumeUnvisited(int pc) {
    unvisited.set(pc);
  }

  /**
   * Notes that a guess failed.
   *
   * @return whether the code should be made again: the guess is given up, or it was made before the
   *     instruction had met what it meets
   */
  boolean noteExit(Prototype code, int pc) {
    if (code.feedback[pc] != assumed[pc]) {
      return true;
    }
    if (unvisited.get(pc) && exits[pc] > 0) {
      exits[pc] = 0;
      unvisited.clear(pc);
      return true;
    }
    if (exits[pc] < PATIENCE) {
      exits[pc]++;
      return exits[pc] == PATIENCE;
    }
    return false;
  }

  /** Whether the instruction has to be compiled without guesses. */
  boolean isGeneral(int pc) {
    return exits[pc] >= PATIENCE || versions > RESTLESS;
  }

  /** Notes that an argument was of another kind than the code was made for. */
  void noteArgument(int parameter) {
    anyArgument[parameter] = true;
  }

  boolean takesAny(int parameter) {
    return anyArgument[parameter] || versions > RESTLESS;
  }

  boolean[] generalAt() {
    boolean[] general = new boolean[exits.length];
    for (int pc = 0; pc < general.length; pc++) {
      general[pc] = isGeneral(pc);
    }
    return general;
  }
}
