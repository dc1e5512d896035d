package ruff.interpreter;

import java.util.ArrayList;
import java.util.List;
import ruff.bytecode.Prototype;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.ErrorValue;
import ruff.value.RuffError;
import ruff.value.Shape;
import ruff.value.StructValue;
import ruff.value.Text;

/** Turns thrown values into errors, and errors into what {@code except} binds. */
public final class Throwing {
  private static final FunctionValue[] NO_CALLERS = {};

  private static final ArrayValue NO_STACK = new ArrayValue();

  private Throwing() {}

  /** The error for {@code throw(value)}. */
  static RuffError thrown(Object value) {
    if (value instanceof ErrorValue error) {
      return new RuffError(error.message(), error);
    }
    return new RuffError(message(value), value);
  }

  private static String message(Object value) {
    if (value instanceof StructValue struct) {
      Object message = struct.get("message");
      return message != null && Text.isText(message)
          ? Text.of(message)
          : struct.definition().name() + " error";
    }
    if (value instanceof DictValue dict) {
      Object message = dict.get("message");
      if (message != null && Text.isText(message)) {
        return Text.of(message);
      }
    }
    return Display.text(value);
  }

  /** The Ruff error behind whatever the interpreter caught. */
  static RuffError error(Strand strand, Throwable failure, FunctionValue function) {
    return switch (failure) {
      case RuffError error -> error;
      case StackOverflowError overflow ->
          Errors.depth(Math.max(strand.depth, Strand.MAX_DEPTH), function.name());
      case OutOfMemoryError exhausted -> new RuffError("Out of memory");
      default -> new RuffError(failure.getMessage());
    };
  }

  /** Notes that the error leaves a frame. */
  static void leave(RuffError error, Prototype code, int pc) {
    error.frames().add(new RuffError.Frame(code, pc));
  }

  /**
   * The value that {@code except} binds.
   *
   * @param depth how many functions are active around the one that catches
   */
  static Object caught(Strand strand, RuffError error, Prototype code, int pc, int depth) {
    leave(error, code, pc);
    // An error that is thrown again keeps its stack; nobody need look for one.
    boolean known = error.rethrown() != null;
    return asValue(error, known ? NO_CALLERS : CompiledStack.callers(strand, depth + 1));
  }

  /** {@link #caught} where nothing but the message is looked at. */
  static Object caughtMessage(RuffError error) {
    ErrorValue rethrown = error.rethrown();
    return rethrown != null
        ? rethrown
        : ErrorValue.of(error.getMessage(), 0, NO_STACK, List.of(), null);
  }

  private static ErrorValue asValue(RuffError error, FunctionValue[] callers) {
    ErrorValue rethrown = error.rethrown();
    if (rethrown != null) {
      rethrown.shared = true;
      return rethrown;
    }
    List<RuffError.Frame> frames = error.frames();
    ErrorValue value =
        ErrorValue.of(
            error.getMessage(),
            line(frames),
            stack(callers, frames),
            new ArrayList<>(frames),
            error.suggestion());
    addThrown(value, error.thrown());
    return value;
  }

  /** The error of a task, whose stack begins with the task's own function. */
  public static ErrorValue asTaskValue(RuffError error) {
    return asValue(error, NO_CALLERS);
  }

  private static long line(List<RuffError.Frame> frames) {
    return frames.isEmpty() ? 0 : frames.getFirst().code().position(frames.getFirst().pc()).line();
  }

  private static ArrayValue stack(FunctionValue[] callers, List<RuffError.Frame> frames) {
    ArrayValue stack = new ArrayValue();
    for (FunctionValue function : callers) {
      addName(stack, function.code);
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      addName(stack, frames.get(i).code());
    }
    return stack;
  }

  private static void addName(ArrayValue stack, Prototype code) {
    if (code.kind != Prototype.Kind.MODULE) {
      stack.add(code.name);
    }
  }

  /** A thrown value other than a string is kept; a struct gives its fields too. */
  private static void addThrown(ErrorValue error, Object thrown) {
    if (thrown != null && !Text.isText(thrown)) {
      error.set("value", Container.shared(thrown));
    }
    if (thrown instanceof StructValue struct) {
      Shape shape = struct.shape();
      for (int slot = 0; slot < shape.size(); slot++) {
        String name = shape.name(slot);
        if (error.get(name) == null) {
          error.set(name, Container.shared(struct.slot(slot)));
        }
      }
    }
  }
}
