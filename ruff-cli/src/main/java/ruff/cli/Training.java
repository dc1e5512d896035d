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
   * @param arguments the folder with the training programs; the last one by name must end well
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> programs = ProgramFiles.directlyIn(folder);
    for (Path program : programs) {
      String file = program.toString();
      run(folder, file);
      run(folder, "run", "--untrusted", file);
      run(folder, "run", "--interpreter", file);
      run(folder, "run", "--json-runtime-diagnostics", file);
      run(folder, "check", file);
      run(folder, "test-run", "-v", file);
    }
    run(folder, "--help");
    run(folder, "run", "absent.ruff");
    run(folder, "-e", "print(1 +");
    Main.main(new String[] {"run", programs.getLast().toString()});
  }

  private static void run(Path folder, String... arguments) {
    Host host = Host.system(Output.Flushing.WHEN_FULL, _ -> {});
    Host silent = host.isolated("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    silent.directory().change(folder);
    new CommandLine(silent).run(arguments);
  }
}
