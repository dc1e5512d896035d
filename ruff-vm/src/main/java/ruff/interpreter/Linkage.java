package ruff.interpreter;

import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.task.AsyncCalls;
import ruff.task.Spawns;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Shape;
import ruff.value.StructValue;
import ruff.value.Text;
import ruff.value.Truth;
import ruff.value.WrapValue;

/**
 * What compiled code asks of the VM: the operations on values of any kind, as instructions of the
 * interpreter do them.
 *
 * <p>Errors leave as they leave the interpreter's helpers; positions are added by whoever handles
 * them. Before an operation that may run other functions, compiled code has told the strand how
 * deep it is, see {@link Strand#nested}.
 */
public final class Linkage {

  private Linkage() {}

  // Arithmetic and comparison

  public static Object add(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      long x = a;
      long y = b;
      long sum = x + y;
      if (((x ^ sum) & (y ^ sum)) >= 0) {
        return sum;
      }
    }
    return Arithmetic.add(strand, code, pc, left, right);
  }

  /** The first two added up, and the third to that. */
  public static Object addThree(
      Strand strand, Prototype code, int pc, Object first, Object second, Object third) {
    return Arithmetic.addThree(strand, code, pc, first, second, third);
  }

  public static Object subtract(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      long x = a;
      long y = b;
      long difference = x - y;
      if (((x ^ y) & (x ^ difference)) >= 0) {
        return difference;
      }
    }
    return Arithmetic.subtract(strand, code, pc, left, right);
  }

  public static Object multiply(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Arithmetic.multiply(strand, code, pc, left, right);
  }

  public static Object divide(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Arithmetic.divide(strand, code, pc, left, right);
  }

  public static Object modulo(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Arithmetic.modulo(strand, code, pc, left, right);
  }

  public static Object negate(Strand strand, Object operand) {
    return Arithmetic.negate(strand, operand);
  }

  public static Object not(Strand strand, Object operand) {
    return Arithmetic.not(strand, operand);
  }

  public static Object equal(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Comparison.equal(strand, code, pc, left, right);
  }

  public static Object notEqual(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Comparison.notEqual(strand, code, pc, left, right);
  }

  public static Object less(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Comparison.compare(strand, code, pc, Comparison.Order.LESS, left, right);
  }

  public static Object lessEqual(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Comparison.compare(strand, code, pc, Comparison.Order.LESS_EQUAL, left, right);
  }

  public static Object greater(Strand strand, Prototype code, int pc, Object left, Object right) {
    return Comparison.compare(strand, code, pc, Comparison.Order.GREATER, left, right);
  }

  public static Object greaterEqual(
      Strand strand, Prototype code, int pc, Object left, Object right) {
    return Comparison.compare(strand, code, pc, Comparison.Order.GREATER_EQUAL, left, right);
  }

  public static boolean isTruthy(Object value) {
    return Truth.isTruthy(value);
  }

  /**
   * Tells the strand that the running frame's registers are marked as far as an operator method
   * asks for it: compiled code has marked its own.
   */
  public static void registersAreShared(Strand strand) {
    strand.runningCompiled();
  }

  // Calls

  /** The instruction CALL; what may run is marked here. */
  public static Object call(Strand strand, int left, Object[] calleeAndArguments, Site.Call site) {
    strand.nested(left);
    if (calleeAndArguments[0] instanceof FunctionValue callee
        && callee.code.kind == Prototype.Kind.PLAIN
        && callee.code.parameterCount == site.argumentCount
        && !callee.code.takesReceiver) {
      long mask = site.lent & callee.code.consumed | site.exposed;
      if (mask != 0) {
        Calls.share(calleeAndArguments, 1, site.argumentCount, mask);
      }
      if (site.last != callee.code) {
        site.note(callee.code);
      }
      return start(strand, callee, calleeAndArguments, 1);
    }
    return Calls.slow(strand, calleeAndArguments, 0, site);
  }

  private static Object start(Strand strand, FunctionValue callee, Object[] values, int from) {
    Code compiled = HotFrames.code(strand, callee, values, from);
    if (compiled != null) {
      return HotFrames.call(strand, compiled, callee, values, from);
    }
    Object[] frame = Calls.frame(callee);
    System.arraycopy(values, from, frame, 0, callee.code.parameterCount);
    return Interpreter.run(strand, callee, frame, 0, null);
  }

  /**
   * The compiled code of a callee that takes that many arguments and no receiver, or null.
   *
   * @param lent which arguments the caller would have to mark if the callee changed them
   */
  public static Code plainCode(FunctionValue callee, int arguments, long lent) {
    Prototype code = callee.code;
    return code.parameterCount == arguments && !code.takesReceiver && (lent & code.consumed) == 0
        ? (Code) code.entry
        : null;
  }

  /** The instruction CALL_METHOD. */
  public static Object callMethod(
      Strand strand, int left, Object[] receiverAndArguments, Site.Method site) {
    strand.nested(left);
    FunctionValue method =
        receiverAndArguments[0] instanceof StructValue struct
            ? Calls.structMethod(struct, site)
            : null;
    if (method != null
        && method.code.kind == Prototype.Kind.PLAIN
        && method.code.parameterCount == site.argumentCount + 1) {
      long mask = site.lent & method.code.consumed | site.exposed;
      if (mask != 0) {
        Calls.share(receiverAndArguments, 0, site.argumentCount + 1, mask);
      }
      return start(strand, method, receiverAndArguments, 0);
    }
    return Calls.slowMethod(strand, receiverAndArguments, 0, site);
  }

  /** The instruction CALL_NATIVE. */
  public static Object callNative(Strand strand, int left, Object[] all, Site.NativeCall site) {
    strand.nested(left);
    return Calls.callNative(strand, all, 0, site);
  }

  /** Runs a call in the interpreter that compiled code was not made for. */
  public static Object interpret(Strand strand, FunctionValue callee, Object[] arguments) {
    Object[] frame = Calls.frame(callee);
    System.arraycopy(arguments, 0, frame, 0, callee.code.parameterCount);
    return Interpreter.run(strand, callee, frame, 0, null);
  }

  /** A frame with constants and captures; the caller fills in the live registers. */
  public static Object[] frame(FunctionValue function) {
    return Calls.frame(function);
  }

  /**
   * Goes on in the interpreter with a frame that compiled code began.
   *
   * @param left what the function was entered with
   */
  public static Object goOn(
      Strand strand, FunctionValue function, Object[] frame, int pc, int left) {
    strand.nested(left + 1);
    return Interpreter.run(strand, function, frame, pc, null);
  }

  /** The values of the globals that a function sees. */
  public static Object[] globals(Strand strand, FunctionValue function) {
    return strand.isolate().globals(function.module);
  }

  /**
   * The value of a global that is always defined.
   *
   * @param home a function of the module
   */
  public static Object definition(Strand strand, FunctionValue home, int slot) {
    return globals(strand, home)[slot];
  }

  /** The error for a call that would be nested too deep. */
  public static RuffError tooDeep(FunctionValue callee) {
    return Errors.depth(Strand.MAX_DEPTH, callee.name());
  }

  public static FunctionValue closure(FunctionValue enclosing, Prototype code, Object[] captures) {
    for (Object capture : captures) {
      Container.share(capture);
    }
    return new FunctionValue(code, enclosing.module, captures);
  }

  /** The instruction STEP. */
  public static void step(Strand strand) {
    strand.machine().meter().step();
  }

  /** The instruction PLACE. */
  public static void place(Strand strand, Prototype code, int pc) {
    strand.standsAt(code, pc);
  }

  public static void spawn(Strand strand, Object block) {
    Spawns.block(strand, (FunctionValue) block);
  }

  public static Object await(Strand strand, int left, Object value, SuspendedFrame suspended) {
    strand.nested(left);
    return AsyncCalls.await(strand, value, suspended);
  }

  /** Notes where a suspended frame goes on. */
  public static void suspend(SuspendedFrame frame, int pc) {
    frame.suspendAt(pc);
  }

  // Errors

  /** The error for {@code throw(value)}. */
  public static RuffError thrown(Object value) {
    return Throwing.thrown(value);
  }

  /**
   * Notes that a failure leaves a function.
   *
   * @return what to throw on
   */
  public static Throwable leave(Throwable failure, Strand strand, FunctionValue function, int pc) {
    if (!isError(failure)) {
      return failure;
    }
    RuffError error = Throwing.error(strand, failure, function);
    Throwing.leave(error, function.code, pc);
    return error;
  }

  /**
   * Notes for the interpreter which instruction of its frame failed.
   *
   * @return what to throw on
   */
  public static Throwable failed(Throwable failure, Strand strand, int pc) {
    if (isError(failure)) {
      strand.failedAt(pc);
    }
    return failure;
  }

  /**
   * What {@code except} binds.
   *
   * @param left what the function was entered with
   * @throws Throwable the failure itself when no program can catch it
   */
  public static Object caught(
      Throwable failure, Strand strand, FunctionValue function, int pc, int left) throws Throwable {
    if (!isError(failure)) {
      throw failure;
    }
    strand.nested(left);
    RuffError error = Throwing.error(strand, failure, function);
    return Throwing.caught(strand, error, function.code, pc, strand.depth - 1);
  }

  /** {@link #caught} for an {@code except} that looks at nothing but the message. */
  public static Object caughtMessage(
      Throwable failure, Strand strand, FunctionValue function, int pc, int left) throws Throwable {
    if (!isError(failure)) {
      throw failure;
    }
    strand.nested(left);
    return Throwing.caughtMessage(Throwing.error(strand, failure, function));
  }

  private static boolean isError(Throwable failure) {
    return failure instanceof RuffError
        || failure instanceof ruff.policy.DeniedException
        || failure instanceof StackOverflowError
        || failure instanceof OutOfMemoryError;
  }

  // Parts

  public static Object getIndex(Prototype code, int pc, Object object, Object index) {
    return Indexing.get(code, pc, object, index);
  }

  public static Object setIndex(Prototype code, int pc, Object object, Object index, Object value) {
    return Indexing.set(code, pc, object, index, value);
  }

  public static Object ownIndex(Prototype code, int pc, Object object, Object index) {
    return index instanceof Long position
        ? ownIndex(code, pc, object, (long) position)
        : Indexing.own(code, pc, object, index);
  }

  public static Object ownIndex(Prototype code, int pc, Object object, long index) {
    if (object instanceof ArrayValue array
        && array.data instanceof Object[] elements
        && index >= 0
        && index < array.size
        && elements[(int) index] instanceof Container container
        && !container.shared) {
      return container;
    }
    return Indexing.own(code, pc, object, index);
  }

  public static Object ownIndexAhead(Object object, Object index) {
    return Indexing.ownAhead(object, index);
  }

  public static Object ownFieldAhead(Object object, Site.Field site) {
    return Fields.ownAhead(object, site);
  }

  public static Object own(Object value) {
    return value instanceof Container container ? container.owned() : value;
  }

  public static Object getField(Object object, Site.Field site) {
    return Fields.get(object, site);
  }

  public static Object setField(Object object, Site.Field site, Object value) {
    return Fields.set(object, site, value);
  }

  public static Object ownField(Object object, Site.Field site) {
    return Fields.own(object, site);
  }

  public static Object bindField(Object receiver, Site.Field site) {
    return Fields.bind(receiver, site);
  }

  public static long length(Strand strand, int left, Object value) {
    if (value instanceof ArrayValue array) {
      return array.size;
    }
    if (value instanceof String text) {
      return Text.length(text);
    }
    strand.nested(left);
    return (Long) Lengths.length(strand, value);
  }

  // Loops

  public static Iteration iterate(Object source) {
    return Iteration.over(source);
  }

  public static Object next(Strand strand, int left, Object iteration) {
    strand.nested(left);
    return ((Iteration) iteration).next();
  }

  /** The array behind an iterator over an array's elements, or null. */
  public static Object elements(Object iteration) {
    return iteration instanceof Iteration.Elements elements ? elements.array() : null;
  }

  /** The string behind an iterator over characters that are one char each, or null. */
  public static Object characters(Object iteration) {
    return iteration instanceof Iteration.Characters characters && Text.isPlain(characters.text())
        ? characters.text()
        : null;
  }

  /** The position of the next part of an iterator over an array or a plain string. */
  public static int position(Object iteration) {
    return iteration instanceof Iteration.Elements elements
        ? elements.position()
        : ((Iteration.Characters) iteration).position();
  }

  /** An iterator over an array or a plain string from a position on. */
  public static Object cursor(Object source, int position) {
    return source instanceof ArrayValue array
        ? new Iteration.Elements(array, position)
        : new Iteration.Characters((String) source, position);
  }

  public static Object range(Object[] bounds) {
    return CountedRange.of(bounds, 0, bounds.length);
  }

  // Construction

  public static Object array(Object[] values) {
    return Construction.array(values, 0, values.length);
  }

  public static void arrayAdd(Object array, Object value) {
    Construction.add((ArrayValue) array, value);
  }

  public static void arraySpread(Object array, Object source) {
    Construction.spread((ArrayValue) array, source);
  }

  public static void dictPut(Object dict, Object key, Object value) {
    Construction.put((DictValue) dict, key, value);
  }

  public static void dictSpread(Object dict, Object source) {
    Construction.spread((DictValue) dict, source);
  }

  public static Object struct(
      Strand strand, int left, Object[] definitionAndFields, Site.StructLiteral site) {
    strand.nested(left);
    return Construction.struct(strand, definitionAndFields, 0, site);
  }

  /**
   * A struct of nothing but the slots.
   *
   * @param slots copied
   */
  public static Object struct(Shape shape, Object[] slots) {
    return Construction.struct(shape, slots);
  }

  public static Object concat(Object[] parts) {
    return Construction.concat(parts, 0, parts.length);
  }

  public static Object wrap(Object value, int kind) {
    return Construction.wrap(value, kind);
  }

  /**
   * An enum value.
   *
   * @param payload kept
   */
  public static Object tagged(Object[] payload, Site.Tagged site) {
    return Construction.tagged(payload, site);
  }

  // Taking apart

  public static boolean matches(Object subject, Site.Case site) {
    return Patterns.matches(subject, site);
  }

  public static Object payload(Object subject, int index) {
    return Patterns.payload(subject, index);
  }

  public static Object element(Object source, int index) {
    return Container.shared(Patterns.element(source, index));
  }

  public static Object takeElement(Object source, int index) {
    return Patterns.taken(source, Patterns.element(source, index));
  }

  public static Object elementsFrom(Object source, int from) {
    return Patterns.elementsFrom(source, from);
  }

  public static Object entry(Object source, Site.Name site) {
    return Container.shared(Patterns.entry(source, site));
  }

  public static Object takeEntry(Object source, Site.Name site) {
    return Patterns.taken(source, Patterns.entry(source, site));
  }

  public static Object entriesExcept(Object source, Site.Names site) {
    return Construction.entriesExcept(source, site.names());
  }

  /** The wrapper behind {@code ?}. */
  public static WrapValue wrapped(Object value) {
    if (value instanceof WrapValue wrap) {
      return wrap;
    }
    throw new RuffError("Try operator requires Result or Option");
  }
}
