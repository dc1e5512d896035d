package ruff.interpreter;

import ruff.bytecode.Prototype;
import ruff.policy.DeniedException;
import ruff.value.Callable;
import ruff.value.RuffError;

/** Where the interpreter leaves for compiled code. */
final class HotFrames {
  private HotFrames() {}

  /** The compiled code for a call, or null; compiles it when it is time. */
  static Code code(Strand strand, FunctionValue callee, Object[] arguments, int from) {
    Prototype proto = callee.code;
    Code code = (Code) proto.entry;
    if (code == null && ++proto.calls >= strand.callLimit) {
      strand.hotCode().function(callee, arguments, from);
      code = (Code) proto.entry;
    }
    return code;
  }

  /** The compiled code of a plain function with so many parameters, or null. */
  static Code codeOf(Callable callable, int count) {
    return callable instanceof FunctionValue function
            && function.code.entry instanceof Code code
            && function.code.parameterCount == count
            && !function.code.takesReceiver
            && function.code.kind == Prototype.Kind.PLAIN
        ? code
        : null;
  }

  /** {@link Interpreter#run} of a frame that was suspended, in compiled code for its place. */
  static Object step(
      Strand strand,
      Code code,
      FunctionValue function,
      Object[] frame,
      int pc,
      SuspendedFrame suspended) {
    int outer = strand.enter(function);
    Object result;
    try {
      result = code.resume(strand, function, frame, strand.left(), suspended);
    } catch (RuffError | DeniedException | StackOverflowError | OutOfMemoryError failure) {
      // Compiled code has looked for a handler.
      RuffError error = Throwing.error(strand, failure, function);
      Throwing.leave(error, function.code, strand.takeFailure(pc));
      strand.depth = outer;
      throw error;
    }
    strand.depth = outer;
    return result == Code.EXITED
        ? Interpreter.run(strand, function, frame, strand.takeExit(), suspended, false)
        : result;
  }

  /** Calls compiled code with arguments from an array. */
  static Object call(Strand strand, Code code, FunctionValue callee, Object[] from, int first) {
    int depth = strand.depth;
    Object result =
        switch (callee.code.parameterCount) {
          case 0 -> code.call0(strand, callee);
          case 1 -> code.call1(strand, callee, from[first]);
          case 2 -> code.call2(strand, callee, from[first], from[first + 1]);
          case 3 -> code.call3(strand, callee, from[first], from[first + 1], from[first + 2]);
          case 4 ->
              code.call4(
                  strand, callee, from[first], from[first + 1], from[first + 2], from[first + 3]);
          default -> code.callMany(strand, callee, arguments(callee, from, first));
        };
    strand.depth = depth;
    return result;
  }

  private static Object[] arguments(FunctionValue callee, Object[] from, int first) {
    if (first == 0) {
      return from;
    }
    return java.util.Arrays.copyOfRange(from, first, first + callee.code.parameterCount);
  }

  /**
   * Goes on with an active frame in compiled code.
   *
   * @return null when there is none, else see {@link Code#resume}
   */
  static Object resume(
      Strand strand, FunctionValue function, Object[] frame, int pc, SuspendedFrame suspended) {
    Prototype proto = function.code;
    Object[] entries = proto.entries;
    Code code = entries == null ? null : (Code) entries[pc];
    if (code == null) {
      strand.hotCode().frame(function, frame, pc);
      entries = proto.entries;
      code = entries == null ? null : (Code) entries[pc];
      if (code == null) {
        return null;
      }
    } else if (suspended == null && mayStillBeCompiled(proto) && strand.hotCode().mayImprove()) {
      // Code that begins with the call knows more than code that goes on with a frame.
      proto.calls = Math.max(proto.calls, strand.callLimit - 1);
    }
    int depth = strand.depth;
    Object result = code.resume(strand, function, frame, strand.left(), suspended);
    strand.depth = depth;
    return result;
  }

  /** Whether the function is not compiled as a whole, and its compiler has not given up on that. */
  private static boolean mayStillBeCompiled(Prototype proto) {
    return proto.entry == null && proto.calls >= 0;
  }
}
