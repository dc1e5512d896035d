package ruff.bytecode;

import java.util.List;
import ruff.source.Position;
import ruff.source.SourceText;

/**
 * The compiled form of one function. Values are made from it at run time; they add the captures and
 * the module.
 *
 * <p>Registers: parameters from 0, then captures, then variables and temporaries, then constants. A
 * frame starts as a copy of {@link #template}, which holds the constants in their registers.
 */
public final class Prototype {
  /** A stretch of instructions with a handler. */
  public record Handler(int from, int to, int target, int errorRegister) {}

  /** How a call of the function behaves. */
  public enum Kind {
    PLAIN,
    GENERATOR,
    ASYNC,
    /** The top level of a file. */
    MODULE
  }

  public final String name;
  public final Kind kind;
  public final SourceText source;
  public final int parameterCount;

  /** The registers of the enclosing frame that a new closure copies its captures from. */
  public final int[] captures;

  /**
   * Bit i: parameter i may be changed in place, so a caller that keeps the value must mark it
   * shared first. Bit 63 stands for every parameter from the 64th on.
   */
  public final long consumed;

  /** Whether a method is called with its receiver as parameter 0. */
  public final boolean takesReceiver;

  public final long[] code;
  public final Object[] constants;
  public final Object[] template;
  public final Site[] sites;
  public final int[] targets;
  public final Prototype[] children;

  /** Innermost first. */
  public final Handler[] handlers;

  /** The source offset of each instruction. */
  public final int[] offsets;

  /** Kinds of operands that an instruction met, see {@link Feedback}. */
  public final byte[] feedback;

  /** Turns of each loop. */
  public final int[] loopTurns;

  /**
   * Of an async function: whether it may wait with more than its own frame on the stack, so that a
   * call needs a thread. Of a module's top level: whether that goes for every async function, since
   * functions that wait may be called from anywhere.
   */
  public boolean needsThread;

  /** Calls so far. */
  public int calls;

  /** Compiled code of the whole function, or null; see {@code ruff.interpreter.Code}. */
  public Object entry;

  /** Compiled code from an instruction on, by instruction; null while there is none at all. */
  public Object[] entries;

  /** What the compiler of hot code knows about this function, or null. */
  public Object compilation;

  Prototype(PrototypeBuilder builder) {
    this.name = builder.name;
    this.kind = builder.kind;
    this.source = builder.source;
    this.parameterCount = builder.parameterCount;
    this.captures = builder.captures;
    this.consumed = builder.consumed;
    this.takesReceiver = builder.takesReceiver;
    this.code = builder.finishedCode();
    this.constants = builder.constants();
    this.template = builder.template();
    this.sites = builder.sites();
    this.targets = builder.targets();
    this.children = builder.children();
    this.handlers = builder.handlers();
    this.offsets = builder.offsets();
    this.feedback = new byte[code.length];
    this.loopTurns = new int[builder.loopCount()];
  }

  /** Where the instruction at {@code pc} was written. */
  public Position position(int pc) {
    return source.position(offsets[pc]);
  }

  /** The innermost handler around an instruction, or null. */
  public Handler handler(int pc) {
    for (Handler handler : handlers) {
      if (pc >= handler.from() && pc < handler.to()) {
        return handler;
      }
    }
    return null;
  }

  /** Instructions of this function and all functions inside. */
  public int totalInstructions() {
    int total = code.length;
    for (Prototype child : children) {
      total += child.totalInstructions();
    }
    return total;
  }

  /** The functions directly inside. */
  public List<Prototype> childList() {
    return List.of(children);
  }
}
