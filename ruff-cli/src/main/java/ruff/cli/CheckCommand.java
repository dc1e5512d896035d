package ruff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.engine.CompiledProgram;
import ruff.host.SystemError;

/** {@code ruff check}: lexes, parses, compiles and type-checks programs, and runs none. */
final class CheckCommand {
  private enum Detail {
    QUIET,
    NORMAL,
    VERBOSE,
    JSON
  }

  private final Streams streams;
  private final List<Object> results = new ArrayList<>();

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  int run(ParsedArguments arguments) throws UsageException {
    Detail detail = detail(arguments);
    if (arguments.operands().isEmpty()) {
      throw UsageException.missing("FILE");
    }
    List<ProgramSource> sources = new ArrayList<>();
    int status = ExitStatus.OK;
    for (String word : arguments.operands()) {
      status = Math.max(status, collect(word, sources));
    }
    for (ProgramSource source : sources) {
      status = Math.max(status, check(source, detail));
    }
    if (detail == Detail.JSON && !results.isEmpty()) {
      boolean single = arguments.operands().size() == 1 && sources.size() == 1;
      streams.print(Json.write(single ? results.getFirst() : results));
    }
    return status;
  }

  private static Detail detail(ParsedArguments arguments) throws UsageException {
    if (arguments.has(Options.QUIET) && arguments.has(Options.CHECK_VERBOSE)) {
      throw UsageException.conflict(Options.QUIET, Options.CHECK_VERBOSE);
    }
    if (arguments.has(Options.JSON)) {
      return Detail.JSON;
    }
    if (arguments.has(Options.QUIET)) {
      return Detail.QUIET;
    }
    return arguments.has(Options.CHECK_VERBOSE) ? Detail.VERBOSE : Detail.NORMAL;
  }

  /** Adds what a word stands for: a file, standard input, or all programs of a folder. */
  private int collect(String word, List<ProgramSource> sources) {
    Path folder = word.equals("-") ? null : streams.host().directory().resolve(word);
    if (folder == null || !Files.isDirectory(folder)) {
      sources.add(ProgramSource.of(word));
      return ExitStatus.OK;
    }
    try {
      for (Path file : ProgramFiles.below(folder)) {
        sources.add(
            new ProgramSource.File(Path.of(word).resolve(folder.relativize(file)).toString()));
      }
      return ExitStatus.OK;
    } catch (IOException failure) {
      String reason = SystemError.of(failure).text();
      streams.complainOfUse("Failed to read directory '" + word + "': " + reason);
      return ExitStatus.FILE;
    }
  }

  private int check(ProgramSource source, Detail detail) {
    RunRequest request = RunRequest.plain(source, List.of(), streams.host());
    return switch (Prepared.of(request, streams, BackgroundReport.alone(streams))) {
      case Prepared.Unreadable unreadable -> {
        streams.complainOfUse(unreadable.message());
        yield ExitStatus.FILE;
      }
      case Prepared.Rejected rejected -> reject(source.name(), rejected, detail);
      case Prepared.Ready ready -> pass(source.name(), ready.program(), detail);
    };
  }

  private int reject(String file, Prepared.Rejected rejected, Detail detail) {
    if (detail == Detail.JSON) {
      results.add(Envelopes.rejected(Command.CHECK, file, rejected));
    } else {
      streams.complain(rejected.diagnostics());
    }
    return rejected.status();
  }

  /** Shows what the type checker says, where there is anybody to read it, and the success. */
  private int pass(String file, CompiledProgram program, Detail detail) {
    TypeWarnings warnings = TypeWarnings.of(file, program);
    boolean readable = detail == Detail.NORMAL || detail == Detail.VERBOSE;
    if (readable && !warnings.findings().isEmpty()) {
      streams.complain(warnings.text(streams.errorStyle()));
    }
    int statements = program.statementCount();
    int instructions = program.instructionCount();
    switch (detail) {
      case QUIET -> {}
      case NORMAL -> streams.print("check passed: " + file + "\n");
      case VERBOSE ->
          streams.print(
              String.format(
                  "check passed: %s (statements=%d, bytecode_instructions=%d)\n",
                  file, statements, instructions));
      case JSON -> results.add(passed(file, statements, instructions, warnings));
    }
    return ExitStatus.OK;
  }

  private static Map<String, Object> passed(
      String file, int statements, int instructions, TypeWarnings warnings) {
    Map<String, Object> result = new HashMap<>();
    result.put("command", Command.CHECK.word());
    result.put("file", file);
    result.put("status", "ok");
    result.put("statement_count", statements);
    result.put("bytecode_instruction_count", instructions);
    if (!warnings.findings().isEmpty()) {
      result.put("warnings", warnings.json());
    }
    return result;
  }
}
