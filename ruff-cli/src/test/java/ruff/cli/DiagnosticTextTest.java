package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.Position;

class DiagnosticTextTest {
  private static final Diagnostic LEXER =
      new Diagnostic(
          DiagnosticCode.INVALID_CHARACTER,
          "Invalid character: '@'",
          "a.ruff",
          new Position(2, 10));
  private static final Diagnostic PARSER =
      new Diagnostic(DiagnosticCode.SYNTAX, "Expected expression", null, new Position(3, 1));
  private static final Diagnostic COMPILER =
      new Diagnostic(
          DiagnosticCode.VM, "break can only be used inside a loop", "a.ruff", new Position(1, 1));

  @Test
  void showsOneBlockEachWithoutBlankLines() {
    assertThat(new DiagnosticText(Style.PLAIN).render(List.of(LEXER, PARSER)))
        .isEqualTo(
            """
            [RUFLEX001] [lexer] error: Invalid character: '@'
              --> a.ruff:2:10
              = help: Fix the lexical error in source and run again.
            [RUFPARSE001] [parser] error: Expected expression
              --> 3:1
              = help: Fix the parse error and rerun Ruff.
            """);
  }

  @Test
  void compileErrorsSayWhatTheyAre() {
    assertThat(new DiagnosticText(Style.PLAIN).render(List.of(COMPILER)))
        .isEqualTo(
            """
            [RUFVM001] [vm] error: Compilation error: break can only be used inside a loop
              --> a.ruff:1:1
            """);
  }

  @Test
  void aFaultWithoutAPlaceIsOneLine() {
    assertThat(new DiagnosticText(Style.PLAIN).render(DiagnosticCode.CLI, "no"))
        .isEqualTo("[RUFCLI001] [cli] error: no\n");
  }

  @Test
  void coloursFollowTerminalAndVariables() {
    assertThat(new Terminal("2", Map.of()).errorStyle()).isEqualTo(Style.COLOURED);
    assertThat(new Terminal("2", Map.of()).outputStyle()).isEqualTo(Style.PLAIN);
    assertThat(new Terminal("12", Map.of("NO_COLOR", "")).errorStyle()).isEqualTo(Style.PLAIN);
    assertThat(new Terminal("", Map.of("CLICOLOR_FORCE", "1")).errorStyle())
        .isEqualTo(Style.COLOURED);
    assertThat(new Terminal("", Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")).errorStyle())
        .isEqualTo(Style.PLAIN);
    assertThat(new Terminal("", Map.of("CLICOLOR_FORCE", "0")).errorStyle()).isEqualTo(Style.PLAIN);
  }

  @Test
  void envelopesCarryEveryFieldOfADiagnostic() {
    assertThat(
            Json.write(
                Envelopes.rejected(Command.CHECK, "a.ruff", new Prepared.Rejected(List.of(LEXER)))))
        .isEqualTo(
            """
            {
              "command": "check",
              "diagnostics": [
                {
                  "code": "RUFLEX001",
                  "column": 10,
                  "file": "a.ruff",
                  "help": "Fix the lexical error in source and run again.",
                  "line": 2,
                  "message": "Invalid character: '@'",
                  "severity": "error",
                  "subsystem": "lexer"
                }
              ],
              "exit_code": 3,
              "file": "a.ruff",
              "status": "error"
            }
            """);
  }
}
