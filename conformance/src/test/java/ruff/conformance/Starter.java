package ruff.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ruff} as users do: the script of the source tree, in a process of its own. */
final class Starter implements Launcher {
  private static final int LIMIT_SECONDS = 60;

  @Override
  public Observed run(
      List<String> arguments, Path directory, String input, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of(Corpus.PROJECT.resolve("ruff").toString()));
    command.addAll(arguments);
    try (Scratch scratch = Scratch.create()) {
      Path in = Files.writeString(scratch.folder().resolve("in"), input);
      Path out = scratch.folder().resolve("out");
      Path err = scratch.folder().resolve("err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      return new Observed(status(builder.start()), text(out), text(err));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int status(Process process) {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + LIMIT_SECONDS + " seconds");
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped", stopped);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
