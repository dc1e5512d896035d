package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruff.engine.Failure;
import ruff.engine.StackFrame;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.Position;

class EnvelopesTest {
  private final Failure failure =
      new Failure(
          "too large",
          "main.ruff",
          null,
          new Position(3, 9),
          null,
          null,
          List.of(
              new StackFrame("all", "main.ruff", new Position(8, 19)),
              new StackFrame("check", null, null)),
          false);

  @Test
  void aRuntimeErrorNamesItsCallsOutermostFirst() {
    assertThat(Json.write(Envelopes.runtimeError(failure)))
        .isEqualTo(
            """
            {
              "call_stack": [
                "all",
                "check"
              ],
              "command": "run",
              "contract_version": "1.0.0-draft",
              "diagnostic": {
                "code": "RUFVM001",
                "column": 9,
                "file": "main.ruff",
                "help": null,
                "line": 3,
                "message": "too large",
                "severity": "error",
                "subsystem": "vm"
              },
              "exit_code": 4,
              "kind": "runtime_diagnostic",
              "runtime_kind": "Runtime Error",
              "status": "error"
            }
            """);
  }

  @Test
  void framesAddThePlaceOfEachCall() {
    Map<String, Object> envelope = Envelopes.runtimeErrorWithFrames(failure);
    assertThat(envelope).containsKeys("call_stack", "frames");
    assertThat(Json.write(envelope.get("frames")))
        .isEqualTo(
            """
            [
              {
                "column": 19,
                "file": "main.ruff",
                "function": "all",
                "line": 8
              },
              {
                "column": 0,
                "file": null,
                "function": "check",
                "line": 0
              }
            ]
            """);
  }

  @Test
  void aCompileErrorHasNoCallStack() {
    Diagnostic diagnostic = new Diagnostic(DiagnosticCode.VM, "x", "main.ruff", new Position(1, 1));
    assertThat(Envelopes.compileError(diagnostic))
        .containsEntry("kind", "runtime_diagnostic")
        .doesNotContainKeys("call_stack", "runtime_kind");
  }
}
