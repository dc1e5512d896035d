package ruff.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ruff.host.Host;
import ruff.host.SystemError;
import ruff.source.Diagnostic;

/**
 * A program of {@code tests/} and the file that says what it prints. It runs in an engine of its
 * own with nothing to read.
 *
 * @param name the path for people
 */
record Snapshot(String name, Path file) {
  private static final Pattern DURATION = Pattern.compile(" \\(took ~[^)]*ms\\)");
  private static final String NOISE = "Compiler optimization:";

  sealed interface Result {}

  record Passed() implements Result {}

  record Differs(String expected, String actual) implements Result {}

  /** There is nothing to compare. */
  record Broken(String message) implements Result {}

  String expectedName() {
    return name.substring(0, name.length() - ".ruff".length()) + ".out";
  }

  /** Runs the program and compares, or with {@code update} writes down what it printed. */
  Result run(Host host, boolean update) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host isolated = host.isolated("", out, err);
    RunRequest request = RunRequest.plain(new ProgramSource.File(name), List.of(), isolated);
    Streams streams = new Streams(isolated, Terminal.NONE);
    return switch (Prepared.of(request, streams, BackgroundReport.amongOthers(streams))) {
      case Prepared.Unreadable unreadable -> new Broken(unreadable.message());
      case Prepared.Rejected rejected -> rejected(rejected.diagnostics());
      case Prepared.Ready ready -> {
        int status = new RunCommand(streams).execute(request, ready);
        isolated.stdout().flush();
        yield judge(status, joined(text(out), text(err)), update);
      }
    };
  }

  private Result judge(int status, String actual, boolean update) {
    if (status != ExitStatus.OK && actual.isEmpty()) {
      return new Broken(
          "Fixture " + name + " exited with code " + status + " and produced no output");
    }
    return update ? write(actual) : compare(actual);
  }

  private static Result rejected(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      String kind =
          switch (diagnostic.code().subsystem()) {
            case LEXER -> "Lexer error";
            case PARSER -> "Parser error";
            case VM, CLI, LSP -> "Compile error";
          };
      text.append(text.isEmpty() ? "" : "\n").append(kind);
      if (diagnostic.position() != null) {
        text.append(" at ").append(DiagnosticText.place(null, diagnostic.position()));
      }
      text.append(": ").append(diagnostic.message());
    }
    return new Broken(text.toString());
  }

  private Result compare(String actual) {
    try {
      if (!Files.exists(expectedFile())) {
        return new Broken("no snapshot; run with --update");
      }
      String expected = Files.readString(expectedFile());
      boolean same = normalized(expected).equals(normalized(actual));
      return same ? new Passed() : new Differs(expected.strip(), actual);
    } catch (IOException failure) {
      return new Broken(
          "Failed to read '" + expectedName() + "': " + SystemError.of(failure).text());
    }
  }

  private Result write(String actual) {
    try {
      Files.writeString(expectedFile(), actual + "\n");
      return new Passed();
    } catch (IOException failure) {
      return new Broken(
          "Failed to write '" + expectedName() + "': " + SystemError.of(failure).text());
    }
  }

  private Path expectedFile() {
    return file.resolveSibling(Path.of(expectedName()).getFileName());
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).strip();
  }

  private static String joined(String out, String err) {
    return out.isEmpty() || err.isEmpty() ? out + err : out + "\n" + err;
  }

  /** Without the lines and times that differ from run to run. */
  private static String normalized(String text) {
    String kept =
        text.lines().filter(line -> !line.startsWith(NOISE)).collect(Collectors.joining("\n"));
    return DURATION.matcher(kept).replaceAll("").strip();
  }
}
