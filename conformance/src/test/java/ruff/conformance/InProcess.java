package ruff.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ruff.cli.CommandLine;
import ruff.host.Environment;
import ruff.host.Host;

/** Runs {@code ruff} inside this JVM, with streams in memory. */
final class InProcess implements Launcher {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** As much as the launcher gives to the thread of a program. */
  private static final long STACK_BYTES = 512L << 20;

  @Override
  public Observed run(
      List<String> arguments, Path directory, String input, Map<String, String> environment) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Host host = host(input, out, err, directory, environment);
    var status = new CompletableFuture<Integer>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                status.complete(new CommandLine(host).run(arguments.toArray(String[]::new)));
              } catch (Throwable defect) {
                status.completeExceptionally(defect);
              }
            },
            "ruff",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      int code = status.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new Observed(code, text(out), text(err));
    } catch (TimeoutException late) {
      throw new AssertionError("still running after " + LIMIT + "; printed " + text(out), late);
    } catch (ExecutionException defect) {
      throw new AssertionError("the command line itself failed", defect.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped", stopped);
    }
  }

  private static Host host(
      String input,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      Path directory,
      Map<String, String> variables) {
    Host memory = Host.inMemory(input, out, err, directory);
    return new Host(
        memory.stdout(),
        memory.stderr(),
        memory.stdin(),
        memory.clock(),
        Environment.of(variables),
        memory.directory(),
        memory.sources());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
