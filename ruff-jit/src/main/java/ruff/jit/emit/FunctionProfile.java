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

  private final boolean[] anyArgument;
  private final BitSet anyRegister = new BitSet();

  /** Counts with bounds that are not small. */
  private final BitSet unbounded = new BitSet();

  private final BitSet unboundedRegister = new BitSet();

  /** Registers with arrays whose storage is longer than they are. */
  private final BitSet inexact = new BitSet();

  private final Prototype code;

  /** Turns of loops that the counters of the interpreter no longer show. */
  private final long[] earlierTurns;

  /** Compilations so far, of the function and of its loops. */
  public int versions;

  /** Why it is not compiled any more, or null. */
  public String refusal;

  private FunctionProfile(Prototype code) {
    this.code = code;
    this.earlierTurns = new long[code.loopTurns.length];
    this.exits = new byte[code.code.length];
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

  /**
   * Notes that a guess failed.
   *
   * @return whether it is given up
   */
  boolean noteExit(int pc) {
    if (exits[pc] < PATIENCE) {
      exits[pc]++;
    }
    return exits[pc] == PATIENCE;
  }

  /** How often the interpreter has turned in a loop; negative when it no longer counts. */
  long turns(int loop) {
    return earlierTurns[loop] + code.loopTurns[loop];
  }

  /** Sets the interpreter's counter of a loop, so that it asks about the loop sooner or later. */
  void recount(int loop, int turns) {
    earlierTurns[loop] += code.loopTurns[loop] - turns;
    code.loopTurns[loop] = turns;
  }

  /** Whether the counter of a loop was set. */
  boolean isRecounted(int loop) {
    return earlierTurns[loop] != 0;
  }

  /** Whether the instruction has to be compiled without guesses. */
  boolean isGeneral(int pc) {
    return exits[pc] >= PATIENCE || versions > RESTLESS;
  }

  void noteUnbounded(int pc) {
    unbounded.set(pc);
  }

  boolean isUnbounded(int pc) {
    return unbounded.get(pc) || versions > RESTLESS;
  }

  /** Notes that a register of a frame held a count with bounds that are not small. */
  void noteUnboundedRegister(int register) {
    unboundedRegister.set(register);
  }

  boolean isUnboundedRegister(int register) {
    return unboundedRegister.get(register) || versions > RESTLESS;
  }

  /** Notes that the storage of an array in a register could not be cut to its size. */
  void noteInexact(int register) {
    inexact.set(register);
  }

  boolean isInexact(int register) {
    return inexact.get(register) || versions > RESTLESS;
  }

  /** Notes that an argument was of another kind than the code was made for. */
  void noteArgument(int parameter) {
    anyArgument[parameter] = true;
  }

  /** Notes that a register of a frame held another kind than the code was made for. */
  void noteRegister(int register) {
    anyRegister.set(register);
  }

  /** Whether a register of a frame has to be taken as of any kind. */
  boolean holdsAny(int register) {
    return anyRegister.get(register) || versions > RESTLESS;
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
