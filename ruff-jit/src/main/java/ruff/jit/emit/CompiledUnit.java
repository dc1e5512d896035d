package ruff.jit.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.bytecode.Prototype;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/**
 * A class of compiled code as it lives on: what has to happen when one of its guesses fails.
 * Compiled code holds it as a constant.
 */
public final class CompiledUnit {
  /** Calls with other arguments after which a parameter is taken as of any kind. */
  private static final int PATIENCE = 3;

  /** Where the code is entered from outside; pc is -1 for a whole function. */
  private record Entry(Prototype code, int pc) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Prototype, Assumptions> assumptions = new HashMap<>();
  private Prototype resumed;
  private Registers resumedTypes;
  private int strangers;

  /** Whether newer code should be used; loops look at it. */
  public boolean stale;

  /** Hears of exits, for the log; never null. */
  private final ExitListener listener;

  /** Told of exits from compiled code. */
  public interface ExitListener {
    void exited(Prototype code, int pc, boolean outdated);
  }

  public CompiledUnit(ExitListener listener) {
    this.listener = listener;
  }

  /** The right to define classes beside this one. */
  public static java.lang.invoke.MethodHandles.Lookup lookup() {
    return java.lang.invoke.MethodHandles.lookup();
  }

  public void addEntry(Prototype code, int pc) {
    entries.add(new Entry(code, pc));
  }

  /** What the class takes for granted about a function. */
  Assumptions assumptions(Prototype code) {
    return assumptions.computeIfAbsent(code, Assumptions::new);
  }

  /** Notes what the frame has to hold that the code goes on with. */
  void resumesWith(Prototype code, Registers types) {
    resumed = code;
    resumedTypes = types;
  }

  /** A guess failed at an instruction of one of the functions in this class. */
  public static void exited(CompiledUnit unit, Prototype code, int pc) {
    boolean outdated = unit.assumptions(code).failedAt(pc);
    unit.listener.exited(code, pc, outdated);
    if (outdated) {
      unit.drop();
    }
  }

  /** A call brought an argument that the code was not made for. */
  public static void stranger(CompiledUnit unit, Prototype code, int parameter) {
    if (++unit.strangers >= PATIENCE) {
      FunctionProfile.of(code).noteArgument(parameter);
      unit.drop();
    }
  }

  /** A frame does not fit the code that was made to go on with it. */
  public static void misfit(CompiledUnit unit, Object[] frame) {
    FunctionProfile profile = FunctionProfile.of(unit.resumed);
    Registers types = unit.resumedTypes;
    for (int r = 0; r < types.count(); r++) {
      Type wanted = types.get(r);
      Type found = FrameReader.typeOf(frame[r]);
      if (wanted.unbounded().equals(found.unbounded())) {
        if (!wanted.equals(found)) {
          profile.noteUnboundedRegister(r);
        }
      } else if (!wanted.is(Kind.UNSET)) {
        profile.noteRegister(r);
      }
    }
    unit.drop();
  }

  /** Whether a count has small bounds, as code was made for that goes on with a frame. */
  public static boolean isSmall(Object range) {
    Type type = FrameReader.typeOf(range);
    return type.is(Kind.RANGE) && type.count().values().equals(Interval.SMALL);
  }

  private void drop() {
    stale = true;
    for (Entry entry : entries) {
      if (entry.pc() < 0) {
        entry.code().entry = null;
      } else if (entry.code().entries != null) {
        entry.code().entries[entry.pc()] = null;
      }
    }
  }
}
