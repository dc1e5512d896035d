package ruff.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import ruff.host.Host;
import ruff.host.ProgramText;
import ruff.host.SystemError;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;
import ruff.source.Position;
import ruff.source.SourceText;

/** Where a program comes from on the command line. */
sealed interface ProgramSource {
  record File(String path) implements ProgramSource {}

  record StandardInput() implements ProgramSource {}

  record Code(String text) implements ProgramSource {}

  /** What became of reading it. */
  sealed interface Loaded {
    /**
     * @param file null when the program does not stand in a file
     */
    record Program(SourceText source, Path file) implements Loaded {}

    /**
     * @param message for the user
     */
    record Unreadable(String message) implements Loaded {}

    record Rejected(List<Diagnostic> diagnostics) implements Loaded {}
  }

  /** A word of the command line: {@code -} is standard input. */
  static ProgramSource of(String word) {
    return word.equals("-") ? new StandardInput() : new File(word);
  }

  /** The name for messages. */
  default String name() {
    return switch (this) {
      case File file -> file.path();
      case StandardInput _ -> "<stdin>";
      case Code _ -> "<eval>";
    };
  }

  default Loaded load(Host host) {
    return switch (this) {
      case File file -> loadFile(host, file.path());
      case StandardInput _ -> loaded(ProgramText.ofInput(host.stdin()), null);
      case Code code -> new Loaded.Program(new SourceText(name(), code.text()), null);
    };
  }

  private Loaded loadFile(Host host, String written) {
    try {
      Path path = host.directory().resolve(written);
      return loaded(ProgramText.ofFile(host.sources(), path), path);
    } catch (InvalidPathException _) {
      return unreadable(SystemError.INVALID_ARGUMENT.text());
    }
  }

  private Loaded loaded(ProgramText text, Path file) {
    return switch (text) {
      case ProgramText.Read read -> new Loaded.Program(new SourceText(name(), read.text()), file);
      case ProgramText.Unreadable unreadable -> unreadable(unreadable.reason());
      case ProgramText.TooLarge large ->
          new Loaded.Rejected(
              List.of(
                  new Diagnostic(
                      DiagnosticCode.SYNTAX, large.message(), name(), new Position(1, 1))));
    };
  }

  private Loaded unreadable(String reason) {
    return new Loaded.Unreadable("Failed to read .ruff file '" + name() + "': " + reason);
  }
}
