package ruff.cli;

import java.util.List;
import ruff.cli.RunRequest.Errors;
import ruff.engine.Failure;
import ruff.host.Host;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;

/** Where a command prints: results on standard output, messages for people on standard error. */
final class Streams {
  private static final long STUCK_MILLIS = 30;

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

  /** Shows what has been printed and an error, so far as the readers are not stuck. */
  void lastWords(Failure failure, Errors errors) {
    host.stdout().count(null);
    host.stderr().count(null);
    briefly(host.stdout()::flush);
    briefly(
        () -> {
          if (errors == Errors.TEXT) {
            host.stderr().write(new FailureText(terminal.errorStyle()).render(failure));
          } else {
            host.stdout().write(Json.write(Envelopes.runtimeError(failure)));
            host.stdout().flush();
          }
        });
  }

  private static void briefly(Runnable work) {
    Thread worker = Thread.ofPlatform().daemon().start(work);
    try {
      worker.join(STUCK_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
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
