package ruff.interpreter;

import java.util.Arrays;
import java.util.List;
import ruff.bytecode.Prototype;
import ruff.host.Host;
import ruff.natives.NativeContext;
import ruff.natives.NativeFunction;
import ruff.natives.NativeMemory;
import ruff.policy.DecisionListener;
import ruff.policy.Policy;
import ruff.task.Isolate;
import ruff.task.Scheduler;
import ruff.value.Callable;
import ruff.value.Container;

/**
 * One Java thread's worth of running code: the chain of active functions, and the context that
 * natives get. Strands of one isolate never run at the same time.
 */
public final class Strand implements NativeContext {
  /**
   * Calls that may be nested. Above the 10,000 that are promised; far below what the stack of a
   * program's thread holds.
   */
  static final int MAX_DEPTH = 60_000;

  /** The strand that gave this one control and waits to get it back. */
  public record Lender(Strand strand, Thread thread) {}

  /** What a thread weighs in calls, so that nested threads come to an end in time. */
  private static final int THREAD_WEIGHT = 4;

  private static final int NOWHERE = -1;

  /** What a compiled loop answers when the function has its result. */
  private static final int FINISHED = -1;

  /** Registers that a compiled loop may hand on, by kind. */
  public static final int HANDED_ON = 32;

  private final Isolate isolate;

  /** Calls around those of this strand. */
  private final int below;

  private static final Object[] NO_REGISTERS = {};

  /** Calls that may be nested here. */
  private int limit;

  private Lender lender;
  private FunctionValue[] functions = new FunctionValue[64];
  private Object[] registers;

  /** Where the call stands that runs, when a record of that is kept. */
  private Prototype callerCode;

  private int callerPc;
  private int base;
  int depth;

  /** See {@link HotCode}. */
  final int callLimit;

  final int loopLimit;
  private final HotCode hotCode;

  /** Hand registers from a compiled loop to the code around it. */
  public final long[] longs;

  public final double[] doubles;
  public final Object[] objects;
  private Object result;
  private int exit;
  private int failure = NOWHERE;

  public Strand(Isolate isolate) {
    this(isolate, 0);
  }

  /** A strand for a call that another strand makes. */
  public Strand(Strand caller) {
    this(caller.isolate, caller.below + caller.depth + THREAD_WEIGHT);
  }

  private Strand(Isolate isolate, int below) {
    this.isolate = isolate;
    this.hotCode = isolate.machine().hotCode();
    this.callLimit = hotCode.callLimit();
    this.loopLimit = hotCode.loopLimit();
    boolean compiles = hotCode != HotCode.NONE;
    this.longs = new long[compiles ? HANDED_ON : 0];
    this.doubles = new double[longs.length];
    this.objects = new Object[longs.length];
    this.below = below;
    this.limit = MAX_DEPTH - below;
  }

  /** Allows fewer nested calls than usual, for a thread with a small stack. */
  public void limitDepth(int calls) {
    limit = Math.min(limit, calls);
  }

  public Isolate isolate() {
    return isolate;
  }

  public Machine machine() {
    return isolate.machine();
  }

  /**
   * Notes that a function starts.
   *
   * @return the depth to go back to when it has left
   */
  int enter(FunctionValue function) {
    int outer = depth;
    if (outer >= limit) {
      throw Errors.depth(MAX_DEPTH, function.name());
    }
    if (outer >= functions.length) {
      functions = Arrays.copyOf(functions, Math.max(outer + 1, functions.length * 2));
    }
    functions[outer] = function;
    depth = outer + 1;
    return outer;
  }

  /** Where the stack of the running task begins. */
  int taskBase() {
    return base;
  }

  /** Notes a function that was started without {@link #enter}. */
  void setActive(int at, FunctionValue function) {
    if (at >= functions.length) {
      functions = Arrays.copyOf(functions, Math.max(at + 1, functions.length * 2));
    }
    functions[at] = function;
  }

  /** The active functions of the running task up to a depth, outermost first. */
  FunctionValue[] activeFunctions(int below) {
    return Arrays.copyOfRange(functions, Math.min(base, below), below);
  }

  /**
   * Starts the stack of a task on top of what waits here.
   *
   * @return what {@link #endTask} needs
   */
  public int beginTask() {
    int outer = base;
    base = depth;
    return outer;
  }

  public void endTask(int outer) {
    depth = base;
    base = outer;
  }

  /** Notes who gets control when this strand waits or ends. */
  public void lend(Lender from) {
    lender = from;
  }

  /** Who gets control now, or null for the strand that runs the isolate's queue. */
  public Lender takeLender() {
    Lender from = lender;
    lender = null;
    return from;
  }

  HotCode hotCode() {
    return hotCode;
  }

  /** How many more calls may be nested in the one that is active. */
  public int left() {
    return limit - depth;
  }

  /**
   * Notes how deep calls are nested, before compiled code calls what counts for itself.
   *
   * @param left what {@link #left} was when the running function started
   */
  public void nested(int left) {
    depth = limit - left;
  }

  /** Keeps the result of the running function while loops that are methods of their own end. */
  public int finish(Object value) {
    result = value;
    return FINISHED;
  }

  /** What {@link #finish} kept. */
  public Object takeResult() {
    Object value = result;
    result = null;
    return value;
  }

  /** An object that was handed on; what stayed behind would keep it alive. */
  public Object takeObject(int index) {
    Object value = objects[index];
    objects[index] = null;
    return value;
  }

  /** Notes where the interpreter has to go on with a frame. */
  public void exit(int pc) {
    exit = pc;
  }

  /** Where the interpreter has to go on. */
  int takeExit() {
    return exit;
  }

  /** Notes which instruction of a frame failed while compiled code ran it. */
  public void failedAt(int pc) {
    failure = pc;
  }

  /** The instruction that failed in compiled code, or the given one. */
  int takeFailure(int interpreted) {
    int at = failure == NOWHERE ? interpreted : failure;
    failure = NOWHERE;
    return at;
  }

  /** The registers of the frame whose instruction is being helped, or none. */
  Object[] registers() {
    return registers == null ? NO_REGISTERS : registers;
  }

  /** Compiled code has marked its registers itself. */
  void runningCompiled() {
    registers = null;
  }

  /** Ends a frame: nothing that it held is kept alive from here. */
  void leave(int outer) {
    depth = outer;
    registers = null;
  }

  /** Tells which frame runs an instruction that may call back. */
  void running(Object[] frame) {
    registers = frame;
  }

  @Override
  public Host host() {
    return machine().host();
  }

  /** Notes where the call that follows stands. */
  void standsAt(Prototype code, int pc) {
    callerCode = code;
    callerPc = pc;
  }

  @Override
  public Policy policy() {
    Policy policy = machine().policy();
    return policy.isHeard() && callerCode != null ? policy.from(place()) : policy;
  }

  private DecisionListener.Place place() {
    boolean topLevel = callerCode.kind == Prototype.Kind.MODULE;
    return new DecisionListener.Place(
        callerCode.source.name(),
        callerCode.position(callerPc).line(),
        topLevel ? "" : callerCode.name);
  }

  @Override
  public Scheduler scheduler() {
    return isolate.scheduler();
  }

  @Override
  public NativeMemory memory() {
    return machine().memory();
  }

  @Override
  public List<String> arguments() {
    return machine().arguments();
  }

  @Override
  public Object call(Callable callable, Object argument) {
    Code code = HotFrames.codeOf(callable, 1);
    if (code == null) {
      return callLending(callable, -1L, argument);
    }
    FunctionValue function = (FunctionValue) callable;
    if ((function.code.consumed & 1) != 0) {
      Container.share(argument);
    }
    int outer = depth;
    Object result = code.call1(this, function, argument);
    depth = outer;
    return result;
  }

  @Override
  public Object callMovingFirst(Callable callable, Object first, Object second) {
    Code code = HotFrames.codeOf(callable, 2);
    if (code == null) {
      return callLending(callable, -2L, first, second);
    }
    FunctionValue function = (FunctionValue) callable;
    if ((function.code.consumed & 2) != 0) {
      Container.share(second);
    }
    int outer = depth;
    Object result = code.call2(this, function, first, second);
    depth = outer;
    return result;
  }

  private Object callLending(Callable callable, long lent, Object... arguments) {
    if (callable instanceof FunctionValue function) {
      Calls.share(arguments, 0, arguments.length, lent & function.code.consumed);
    } else if (callable instanceof NativeFunction function) {
      Calls.share(arguments, 0, arguments.length, lent & ~function.borrowed());
    } else {
      for (Object argument : arguments) {
        Container.share(argument);
      }
    }
    return Calls.value(this, callable, arguments);
  }
}
