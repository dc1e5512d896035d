package ruff.cli;

import java.util.List;
import ruff.engine.Failure;
import ruff.host.Host;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;

/** Where a command prints: results on standard output, messages for people on standard error. */
final class Streams {
  private static final long FLUSH_MILLIS = 30;

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

  void print(String text) {
    host.stdout().write(text);
  }

  /** Prints on standard error, after what is already on its way to standard output. */
  void complain(String text) {
    host.stdout().flush();
    host.stderr().write(text);
  }

  /** Hands on what was printed, unless its reader is stuck. */
  void flushBriefly() {
    Thread flusher = Thread.ofPlatform().daemon().start(host.stdout()::flush);
    try {
      flusher.join(FLUSH_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@link #complain(Failure)} by somebody who must not wait for standard output. */
  void complainUnflushed(Failure failure) {
    host.stderr().count(null);
    host.stderr().write(new FailureText(terminal.errorStyle()).render(failure));
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
