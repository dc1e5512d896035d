package ruff.cli;

import java.util.List;
import ruff.cli.RunRequest.Errors;
import ruff.engine.Failure;
import ruff.host.Host;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;

/** Where a command prints: results on standard output, messages for people on standard error. */
final class Streams {
  private static final long STUCK_MILLIS = 250;

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

  /** Whether these are the streams of the process, so that nobody else runs in it. */
  boolean ownsProcess() {
    return terminal != Terminal.NONE;
  }

  /**
   * Shows an error and what has been printed, then ends the process: soon after, even where a
   * reader is stuck. Clock and memory may run out together; only the first one is told.
   */
  synchronized void endWith(Failure failure, Errors errors) {
    Thread.ofPlatform().daemon().start(Streams::endSoon);
    host.stdout().count(null);
    host.stderr().count(null);
    if (errors == Errors.TEXT) {
      host.stderr().write(new FailureText(terminal.errorStyle()).render(failure));
    } else {
      host.stdout().write(Json.write(Envelopes.runtimeError(failure)));
    }
    host.stdout().flush();
    Runtime.getRuntime().halt(ExitStatus.RUNTIME);
  }

  private static void endSoon() {
    try {
      Thread.sleep(STUCK_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitStatus.RUNTIME);
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
