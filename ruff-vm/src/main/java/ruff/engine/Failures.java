package ruff.engine;

import java.util.ArrayList;
import java.util.List;
import ruff.bytecode.Prototype;
import ruff.policy.BudgetSignal;
import ruff.source.Diagnostic;
import ruff.source.Position;
import ruff.source.SourceText;
import ruff.value.ErrorValue;
import ruff.value.RuffError;

/** Describes errors for those who show them. */
final class Failures {
  private Failures() {}

  static Failure of(RuffError error) {
    ErrorValue rethrown = error.rethrown();
    List<RuffError.Frame> frames = rethrown == null ? error.frames() : rethrown.origin();
    String suggestion = rethrown == null ? error.suggestion() : rethrown.suggestion();
    RuffError.Frame innermost = frames.isEmpty() ? null : frames.getFirst();
    SourceText source = innermost == null ? null : innermost.code().source;
    return new Failure(
        error.getMessage(),
        source == null ? null : source.name(),
        source,
        innermost == null ? null : position(innermost),
        suggestion,
        null,
        stack(frames),
        false);
  }

  private static Position position(RuffError.Frame frame) {
    return frame.code().position(frame.pc());
  }

  private static List<StackFrame> stack(List<RuffError.Frame> innermostFirst) {
    List<StackFrame> stack = new ArrayList<>();
    for (RuffError.Frame frame : innermostFirst.reversed()) {
      if (frame.code().kind != Prototype.Kind.MODULE) {
        stack.add(new StackFrame(frame.code().name, frame.code().source.name(), position(frame)));
      }
    }
    return stack;
  }

  static Failure ofBudget(BudgetSignal exceeded) {
    return new Failure(exceeded.getMessage(), null, null, null, null, null, List.of(), false);
  }

  /** A heap that was still full while the error about it was being made. */
  static Failure ofExhaustion() {
    return new Failure("Out of memory", null, null, null, null, null, List.of(), false);
  }

  static Failure ofDiagnostic(Diagnostic diagnostic) {
    return new Failure(
        diagnostic.message(),
        diagnostic.file(),
        null,
        diagnostic.position(),
        null,
        null,
        List.of(),
        false);
  }

  /** A fault of the runtime itself, with the place in it that a report should name. */
  static Failure ofDefect(Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    String message = defect.getMessage() == null ? "" : ": " + defect.getMessage();
    return new Failure(
        defect.getClass().getSimpleName() + message + place,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        true);
  }
}
