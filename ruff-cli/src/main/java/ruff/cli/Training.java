package ruff.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ruff.host.Host;
import ruff.host.Output;

/**
 * Makes the JVM meet what a start needs, so that its cache holds it: runs the programs of a folder,
 * one with no rights, and a fault. What stands in the cache is loaded at every start, needed or
 * not, so commands that people do not wait for are left out. Not a command; the build calls it.
 */
final class Training {
  private Training() {}

  /**
   * @param arguments the folder with the training programs, {@code failure.ruff} among them, which
   *     alone must fail, and whether to meet what a limit of time needs
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> programs = ProgramFiles.directlyIn(folder);
    for (Path program : programs) {
      String file = program.toString();
      boolean fails = program.endsWith("failure.ruff");
      int status = fails ? ExitStatus.RUNTIME : ExitStatus.OK;
      run(folder, status, file);
    }
    run(folder, ExitStatus.OK, "run", "--untrusted", "hello.ruff");
    run(folder, ExitStatus.SYNTAX, "-e", "print(1 +");
    if (Boolean.parseBoolean(arguments[1])) {
      run(folder, ExitStatus.OK, "run", "--max-time", "1h", "--max-steps", "1000000", "hello.ruff");
      Deadline.saying("", Deadline.Stream.OUTPUT).ifPresent(Deadline::cancel);
    }
    Main.main(new String[] {"run", folder.resolve("hello.ruff").toString()});
  }

  private static void run(Path folder, int expected, String... arguments) {
    Host host = Host.system(Output.Flushing.WHEN_FULL, _ -> {});
    Host silent = host.isolated("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    silent.directory().change(folder);
    int status = new CommandLine(silent).run(arguments);
    if (status != expected) {
      throw new IllegalStateException(
          String.join(" ", arguments) + " ended with status " + status + ", not " + expected);
    }
  }
}
