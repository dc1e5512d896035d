package ruff.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ruff.cli.Style.Ink;

/** {@code ruff test}: runs the fixtures of {@code tests/} and compares what they print. */
final class SnapshotCommand {
  private static final String FOLDER = "tests";
  private static final String OTHER_RUNNER = "Run with: ruff test-run";
  private static final int HEADER_LINES = 3;

  private final Streams streams;
  private final Style style;

  SnapshotCommand(Streams streams) {
    this.streams = streams;
    this.style = streams.outputStyle();
  }

  int run(ParsedArguments arguments) throws UsageException {
    RuntimeName.check(arguments);
    if (!arguments.operands().isEmpty()) {
      throw UsageException.tooMany(arguments.operands().getFirst());
    }
    List<Path> files;
    try {
      files = ProgramFiles.directlyIn(streams.host().directory().resolve(FOLDER));
    } catch (IOException _) {
      streams.complain("[!] Failed to read test directory: " + FOLDER + "\n");
      return ExitStatus.FILE;
    }
    return runAll(files, arguments.has(Options.TEST_VERBOSE), arguments.has(Options.UPDATE));
  }

  private int runAll(List<Path> files, boolean verbose, boolean update) {
    int total = 0;
    int passed = 0;
    for (Path file : files) {
      Snapshot snapshot = new Snapshot(FOLDER + "/" + file.getFileName(), file);
      if (belongsToOtherRunner(file)) {
        tell(verbose, "[i] Skipping test-run fixture: " + snapshot.name());
        continue;
      }
      tell(verbose, "[i] Running fixture: " + snapshot.name());
      total++;
      passed += runOne(snapshot, update) ? 1 : 0;
      tell(verbose, "    snapshot: " + snapshot.expectedName());
    }
    streams.print("\n" + mark(true) + " Passed " + passed + "/" + total + " tests\n");
    return passed == total ? ExitStatus.OK : ExitStatus.GATE;
  }

  private boolean runOne(Snapshot snapshot, boolean update) {
    long start = streams.host().clock().nanoTime();
    Snapshot.Result result = snapshot.run(streams.host(), update);
    double millis = (streams.host().clock().nanoTime() - start) / 1e6;
    boolean passed = result instanceof Snapshot.Passed;
    streams.print(
        String.format(Locale.ROOT, "%s %s (%.2fms)\n", mark(passed), snapshot.name(), millis));
    switch (result) {
      case Snapshot.Passed _ -> {}
      case Snapshot.Broken broken -> streams.print(broken.message() + "\n\n");
      case Snapshot.Differs differs ->
          streams.print(
              "Expected:\n" + differs.expected() + "\nGot (vm)\n" + differs.actual() + "\n\n");
    }
    return passed;
  }

  private void tell(boolean verbose, String line) {
    if (verbose) {
      streams.print(line + "\n");
    }
  }

  private String mark(boolean good) {
    return good ? style.paint(Ink.GOOD, "[✓]") : style.paint(Ink.BAD, "[✗]");
  }

  private static boolean belongsToOtherRunner(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.limit(HEADER_LINES).anyMatch(line -> line.contains(OTHER_RUNNER));
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }
}
