package ruff.cli;

import java.io.IOException;
import ruff.host.Host;
import ruff.host.Output;
import ruff.host.SystemError;
import ruff.source.DiagnosticCode;

/** The entry of the process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    String attached = System.getProperty(Terminal.PROPERTY, "");
    Terminal terminal = new Terminal(attached, System.getenv());
    Output.Flushing flushing =
        terminal.standardOutput() ? Output.Flushing.ALWAYS : Output.Flushing.WHEN_FULL;
    Host host = Host.system(flushing, Main::outputFailed);
    flushWhenKilled(host);
    int status;
    try {
      status = new CommandLine(host, terminal).run(arguments);
    } catch (RuntimeException | Error defect) {
      host.stdout().flush();
      host.stderr().write(InternalDefect.text(InternalDefect.where(defect)));
      status = ExitStatus.INTERNAL;
    }
    ProcessEnd.now(status);
  }

  /** A reader that has gone away is no error; a full disk is. */
  private static void outputFailed(IOException failure) {
    SystemError error = SystemError.of(failure);
    if (error == SystemError.BROKEN_PIPE) {
      ProcessEnd.now(ExitStatus.BROKEN_PIPE);
    }
    String message = "Failed to write output: " + error.text();
    System.err.print(new DiagnosticText(Style.PLAIN).render(DiagnosticCode.CLI, message));
    ProcessEnd.now(ExitStatus.FILE);
  }

  /**
   * A signal ends the process at once, but what the program has printed comes out, unless its
   * reader is stuck.
   */
  private static void flushWhenKilled(Host host) {
    Runnable flush =
        () -> {
          Thread flusher = Thread.ofPlatform().daemon().unstarted(host.stdout()::flush);
          flusher.start();
          try {
            flusher.join(100);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        };
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(flush));
  }
}
