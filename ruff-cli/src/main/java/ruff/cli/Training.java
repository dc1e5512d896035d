package ruff.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ruff.host.Host;
import ruff.host.Output;

/**
 * Runs what users run most, for the JVM to remember in its start-up cache: every program of a
 * folder, the other commands, and some faults. Not a command; the build calls it.
 */
final class Training {
  private Training() {}

  /**
   * @param arguments the folder with the training programs, {@code failure.ruff} among them, which
   *     alone must fail
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> programs = ProgramFiles.directlyIn(folder);
    for (Path program : programs) {
      String file = program.toString();
      boolean fails = program.endsWith("failure.ruff");
      int status = fails ? ExitStatus.RUNTIME : ExitStatus.OK;
      run(folder, status, file);
      run(folder, status, "run", "--untrusted", file);
      run(folder, status, "run", "--interpreter", file);
      run(folder, status, "run", "--json-runtime-diagnostics", file);
      run(folder, ExitStatus.OK, "check", file);
    }
    run(folder, ExitStatus.OK, "test-run", "-v", "everyday.ruff");
    run(folder, ExitStatus.OK, "--help");
    run(folder, ExitStatus.FILE, "run", "absent.ruff");
    run(folder, ExitStatus.SYNTAX, "-e", "print(1 +");
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
