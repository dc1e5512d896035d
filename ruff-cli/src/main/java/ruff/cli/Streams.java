package ruff.cli;

import java.util.List;
import ruff.engine.Failure;
import ruff.host.Host;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;

/** Where a command prints: results on standard output, messages for people on standard error. */
final class Streams {
  private final Host host;
  private final Terminal terminal;

  Streams(Host host, Terminal terminal) {
    this.host = host;
    this.terminal = terminal;
  }

  Host host() {
    return host;
  }

  Style outputStyle() {
    return terminal.outputStyle();
  }

  Style errorStyle() {
    return terminal.errorStyle();
  }

  void print(String text) {
    host.stdout().write(text);
  }

  /** Prints on standard error, after what is already on its way to standard output. */
  void complain(String text) {
    host.stdout().flush();
    host.stderr().write(text);
  }

  void complain(List<Diagnostic> diagnostics) {
    complain(new DiagnosticText(terminal.errorStyle()).render(diagnostics));
  }

  void complain(Failure failure) {
    complain(new FailureText(terminal.errorStyle()).render(failure));
  }

  /** A fault of the command line or of a file. */
  void complainOfUse(String message) {
    complain(new DiagnosticText(terminal.errorStyle()).render(DiagnosticCode.CLI, message));
  }
}
