package ruff.serve.preview;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Opens the browser of the person who started the server. */
public final class Browser {
  private static final long PATIENCE_SECONDS = 5;

  private Browser() {}

  /**
   * Opens an address, without waiting for it.
   *
   * @param warn told when it does not work
   */
  public static void open(String address, Consumer<String> warn) {
    List<String> command = command(System.getProperty("os.name"), address);
    Thread.ofPlatform().daemon().name("ruff-open").start(() -> run(command, warn));
  }

  /** The command of an operating system. */
  static List<String> command(String system, String address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return List.of("open", address);
    }
    return name.startsWith("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }

  private static void run(List<String> command, Consumer<String> warn) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      // Some of these commands stay as long as the browser.
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
        warn.accept(
            "could not open a browser: "
                + command.getFirst()
                + " ended with status "
                + process.exitValue());
      }
    } catch (IOException failure) {
      warn.accept("could not open a browser: " + command.getFirst() + " cannot be started");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
