package ruff.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ruff.cli.CommandLine;
import ruff.host.Host;

/** A program that takes the size of its loop as its argument; closing removes its file. */
final class SizedProgram implements AutoCloseable {
  private final Path file;

  private SizedProgram(Path file) {
    this.file = file;
  }

  static SizedProgram of(String source, Place place) throws IOException {
    Path file = Files.createTempFile("growth", ".ruff");
    Files.writeString(file, place.arrange(source));
    return new SizedProgram(file);
  }

  /**
   * Runs the program.
   *
   * @return the time it took in nanoseconds, reading and compiling included
   */
  long run(int size) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Host host = Host.inMemory("", out, err, file.getParent());
    long start = System.nanoTime();
    int status = new CommandLine(host).run("run", file.toString(), Integer.toString(size));
    long time = System.nanoTime() - start;
    if (status != 0 || out.toString(StandardCharsets.UTF_8).contains("false")) {
      throw new AssertionError("status " + status + ": " + out + err);
    }
    return time;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
