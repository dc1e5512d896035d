package ruff.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.engine.Failure;
import ruff.engine.StackFrame;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.Position;

/** The JSON objects that describe faults; see {@link Json} for how they are written. */
final class Envelopes {
  private static final String CONTRACT_VERSION = "1.0.0-draft";

  private Envelopes() {}

  /** Source that does not lex, parse or compile. */
  static Map<String, Object> rejected(Command command, String file, Prepared.Rejected rejected) {
    List<Object> items = new ArrayList<>();
    rejected.diagnostics().forEach(diagnostic -> items.add(diagnostic(diagnostic)));
    return Map.of(
        "command",
        command.word(),
        "file",
        file,
        "status",
        "error",
        "exit_code",
        rejected.status(),
        "diagnostics",
        items);
  }

  /** A compile error of a program that was to run. */
  static Map<String, Object> compileError(Diagnostic diagnostic) {
    return runtimeDiagnostic(diagnostic(diagnostic));
  }

  /** An uncaught error, with the names of the active functions, outermost first. */
  static Map<String, Object> runtimeError(Failure failure) {
    Map<String, Object> envelope =
        runtimeDiagnostic(
            diagnostic(
                DiagnosticCode.VM,
                failure.message(),
                failure.help(),
                failure.file(),
                failure.position()));
    envelope.put("runtime_kind", "Runtime Error");
    envelope.put("call_stack", failure.frames().stream().map(StackFrame::function).toList());
    return envelope;
  }

  /** {@link #runtimeError} with the place that each active function had reached. */
  static Map<String, Object> runtimeErrorWithFrames(Failure failure) {
    Map<String, Object> envelope = runtimeError(failure);
    envelope.put("frames", failure.frames().stream().map(Envelopes::frame).toList());
    return envelope;
  }

  private static Map<String, Object> runtimeDiagnostic(Map<String, Object> diagnostic) {
    Map<String, Object> envelope = new HashMap<>();
    envelope.put("command", Command.RUN.word());
    envelope.put("status", "error");
    envelope.put("kind", "runtime_diagnostic");
    envelope.put("contract_version", CONTRACT_VERSION);
    envelope.put("exit_code", ExitStatus.RUNTIME);
    envelope.put("diagnostic", diagnostic);
    return envelope;
  }

  private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
    return diagnostic(
        diagnostic.code(),
        DiagnosticText.message(diagnostic),
        diagnostic.code().subsystem().help(),
        diagnostic.file(),
        diagnostic.position());
  }

  private static Map<String, Object> diagnostic(
      DiagnosticCode code, String message, String help, String file, Position position) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("code", code.id());
    fields.put("severity", "error");
    fields.put("subsystem", code.subsystem().label());
    fields.put("message", message);
    fields.put("help", help);
    putPlace(fields, file, position);
    return fields;
  }

  private static Map<String, Object> frame(StackFrame frame) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("function", frame.function());
    putPlace(fields, frame.file(), frame.position());
    return fields;
  }

  /** An unknown place is file null, line 0, column 0. */
  private static void putPlace(Map<String, Object> fields, String file, Position position) {
    fields.put("file", file);
    fields.put("line", position == null ? 0 : position.line());
    fields.put("column", position == null ? 0 : position.column());
  }
}
