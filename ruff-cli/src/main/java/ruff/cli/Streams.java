package ruff.cli;

import java.util.List;
import ruff.cli.RunRequest.Errors;
import ruff.engine.Failure;
import ruff.host.Host;
import ruff.host.RunningChildren;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;

/** Where a command prints: results on standard output, messages for people on standard error. */
final class Streams {
  /** How long the end waits for a reader that is stuck. */
  private static final long STUCK_MILLIS = 60;

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
   * Shows an error and what has been printed, then ends the process and what it has started: soon
   * after, even where a reader is stuck. Clock and memory may run out together; only the first one
   * is told.
   */
  void endWith(String text, Errors errors) {
    ProcessEnd.claim();
    Thread.ofPlatform().daemon().start(Streams::endSoon);
    host.stdout().count(null);
    host.stderr().count(null);
    if (errors != Errors.TEXT) {
      host.stdout().flush();
    }
    if (!ProcessEnd.prints(text)) {
      (errors == Errors.TEXT ? host.stderr() : host.stdout()).write(text);
    }
    host.stdout().flush();
    host.stdout().close();
    host.stderr().close();
    RunningChildren.end();
    ProcessEnd.afterError();
  }

  private static void endSoon() {
    try {
      Thread.sleep(STUCK_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    ProcessEnd.afterError();
  }

  void complain(List<Diagnostic> diagnostics) {
    complain(new DiagnosticText(terminal.errorStyle()).render(diagnostics));
  }

  void complain(Failure failure) {
    complain(text(failure));
  }

  /** An error as people get to see it. */
  String text(Failure failure) {
    return new FailureText(terminal.errorStyle()).render(failure);
  }

  /** A fault of the command line or of a file. */
  void complainOfUse(String message) {
    complain(new DiagnosticText(terminal.errorStyle()).render(DiagnosticCode.CLI, message));
  }
}
