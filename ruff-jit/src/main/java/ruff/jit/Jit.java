package ruff.jit;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import ruff.bytecode.Prototype;
import ruff.host.HostClock;
import ruff.interpreter.Code;
import ruff.interpreter.CompiledStack;
import ruff.interpreter.FunctionValue;
import ruff.interpreter.HotCode;
import ruff.jit.emit.CompiledUnit;
import ruff.jit.emit.FunctionProfile;
import ruff.jit.emit.LoopNest;
import ruff.jit.emit.Unit;

/**
 * Decides what is compiled and when, and installs it.
 *
 * <p>Compilation happens on the thread that finds the code hot, but on one beside it where the
 * program does well meanwhile: where loops of a function are compiled already. A lock lets one
 * thread at a time do it. What cannot be compiled stays with the interpreter, for reasons that only
 * the log tells.
 */
public final class Jit implements HotCode {
  private static final int CALLS = 400;
  private static final int TURNS = 800;

  /** Compilations of one function and of loops in it, all together. */
  private static final int MOST_VERSIONS = 24;

  /** Functions larger than this are compiled loop by loop if at all. */
  private static final int LARGEST = 3000;

  private final int callLimit;
  private final int loopLimit;
  private final JitLog log;

  /** How long compiling may take, or null for no limit. */
  private final CompileTime time;

  /** Whether a thread compiles beside the program. */
  private final AtomicBoolean busy = new AtomicBoolean();

  private Jit(int callLimit, int loopLimit, JitLog log, CompileTime time) {
    this.callLimit = callLimit;
    this.loopLimit = loopLimit;
    this.log = log;
    this.time = time;
  }

  /** Compiles what is called often or loops long. */
  public static Jit automatic(JitLog log) {
    return within(new CompileTime(HostClock.SYSTEM), log);
  }

  /** Compiles what is called often or loops long, as long as there is time for it. */
  public static Jit within(CompileTime time, JitLog log) {
    return new Jit(CALLS, TURNS, log, time);
  }

  /** Compiles what is called or loops that often, however long that takes. */
  public static Jit after(int calls, int turns, JitLog log) {
    return new Jit(calls, turns, log, null);
  }

  /** Compiles everything at its first call, for tests. */
  public static Jit eager(JitLog log) {
    return after(1, 1, log);
  }

  @Override
  public int callLimit() {
    return callLimit;
  }

  @Override
  public int loopLimit() {
    return loopLimit;
  }

  @Override
  public void function(FunctionValue function, Object[] arguments, int from) {
    Prototype code = function.code;
    boolean canWait = code.entries != null && time != null && time.isPlenty();
    if (!canWait) {
      whole(function, arguments, from);
      return;
    }
    code.calls = 0;
    if (busy.compareAndSet(false, true)) {
      beside(function, Arrays.copyOfRange(arguments, from, from + code.parameterCount));
    }
  }

  /** Compiles a function on a thread of its own; without one, the function stays as it is. */
  private void beside(FunctionValue function, Object... arguments) {
    Runnable work =
        () -> {
          try {
            whole(function, arguments, 0);
          } catch (OutOfMemoryError | StackOverflowError failure) {
            giveUp(function.code, failure);
          } finally {
            busy.set(false);
          }
        };
    try {
      Thread.ofPlatform().daemon().name("ruff-jit").start(work);
    } catch (OutOfMemoryError noThread) {
      giveUp(function.code, noThread);
      busy.set(false);
    }
  }

  private void giveUp(Prototype code, Error failure) {
    code.calls = Integer.MIN_VALUE;
    log.refused(code, -1, failure);
  }

  private synchronized void whole(FunctionValue function, Object[] arguments, int from) {
    Prototype code = function.code;
    if (code.entry != null) {
      return;
    }
    FunctionProfile profile = FunctionProfile.of(code);
    if (isRefused(profile, code)) {
      code.calls = Integer.MIN_VALUE;
      return;
    }
    if (putOff(code, -1)) {
      return;
    }
    CompiledUnit handle = new CompiledUnit(log);
    handle.addEntry(code, -1);
    Code made =
        compile(
            function, -1, profile, handle, () -> Unit.function(handle, function, arguments, from));
    if (made == null) {
      code.calls = Integer.MIN_VALUE;
    }
    code.entry = made;
  }

  @Override
  public synchronized void frame(FunctionValue function, Object[] frame, int pc) {
    Prototype code = function.code;
    if (code.entries != null && code.entries[pc] != null) {
      return;
    }
    FunctionProfile profile = FunctionProfile.of(code);
    if (isRefused(profile, code)) {
      rest(code);
      return;
    }
    if (LoopNest.putOff(code, pc, loopLimit)
        || LoopNest.isNearlyOver(code, frame, pc, loopLimit)
        || putOff(code, pc)) {
      return;
    }
    CompiledUnit handle = new CompiledUnit(log);
    handle.addEntry(code, pc);
    Code made =
        compile(
            function, pc, profile, handle, () -> Unit.continuation(handle, function, frame, pc));
    if (made == null) {
      rest(code);
      return;
    }
    if (code.entries == null) {
      code.entries = new Object[code.code.length];
    }
    code.entries[pc] = made;
  }

  @Override
  public boolean mayImprove() {
    return !busy.get() && (time == null || time.isPlenty());
  }

  /**
   * Puts a compilation off when compiling has taken its share of the time; the interpreter asks
   * again later.
   */
  private boolean putOff(Prototype code, int pc) {
    if (time == null || time.isLeft()) {
      return false;
    }
    log.putOff(code, pc);
    code.calls = 0;
    Arrays.fill(code.loopTurns, 0);
    return true;
  }

  private static boolean isRefused(FunctionProfile profile, Prototype code) {
    if (profile.refusal == null && profile.versions >= MOST_VERSIONS) {
      profile.refusal = "compiled too often";
    }
    if (profile.refusal == null && code.code.length > LARGEST) {
      profile.refusal = "too large";
    }
    return profile.refusal != null;
  }

  /** Makes sure not to be asked about a function's frames for a long time. */
  private static void rest(Prototype code) {
    Arrays.fill(code.loopTurns, Integer.MIN_VALUE);
    if (code.kind != Prototype.Kind.PLAIN) {
      code.calls = Integer.MIN_VALUE;
    }
  }

  private interface Work {
    Unit.Result run();
  }

  private Code compile(
      FunctionValue function, int pc, FunctionProfile profile, CompiledUnit handle, Work work) {
    profile.versions++;
    long start = log.now();
    long begun = time == null ? 0 : time.now();
    try {
      Unit.Result result = work.run();
      Code made = define(result);
      log.compiled(function.code, pc, profile.versions, result, log.now() - start);
      return made;
    } catch (RuntimeException | LinkageError | ReflectiveOperationException failure) {
      profile.refusal = String.valueOf(failure);
      log.refused(function.code, pc, failure);
      return null;
    } finally {
      if (time != null) {
        time.spend(time.now() - begun);
      }
    }
  }

  private Code define(Unit.Result result) throws ReflectiveOperationException {
    log.keep(result.bytes());
    MethodHandles.Lookup made =
        CompiledUnit.lookup()
            .defineHiddenClassWithClassData(result.bytes(), result.constants(), true);
    Class<? extends Code> type = made.lookupClass().asSubclass(Code.class);
    CompiledStack.register(type, result.functions());
    return type.getDeclaredConstructor().newInstance();
  }
}
