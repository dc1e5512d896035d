package ruff.cli;

import java.util.List;
import ruff.cli.ProgramSource.Loaded;
import ruff.cli.RunRequest.Errors;
import ruff.engine.Compilation;
import ruff.engine.CompiledProgram;
import ruff.engine.Engine;
import ruff.engine.Failure;
import ruff.engine.Outcome;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode.Subsystem;

/** {@code ruff run}: reads, compiles and runs one program. */
final class RunCommand {
  private final Streams streams;

  RunCommand(Streams streams) {
    this.streams = streams;
  }

  int run(ParsedArguments arguments) throws UsageException {
    if (arguments.has(Options.HELP)) {
      streams.print(Help.of(Command.RUN));
      return ExitStatus.OK;
    }
    return run(RunRequest.of(arguments, streams.host()));
  }

  int run(RunRequest request) {
    return switch (request.source().load(streams.host())) {
      case Loaded.Unreadable unreadable -> {
        streams.complainOfUse(unreadable.message());
        yield ExitStatus.FILE;
      }
      case Loaded.Rejected rejected -> reject(request, rejected.diagnostics());
      case Loaded.Program program -> compile(request, program);
    };
  }

  private int compile(RunRequest request, Loaded.Program program) {
    Engine engine = new Engine(request.config(streams));
    return switch (engine.compile(program.source(), program.file())) {
      case Compilation.Rejected rejected -> reject(request, rejected.diagnostics());
      case Compilation.Compiled compiled -> {
        if (request.dump()) {
          streams.print(compiled.program().disassemble());
          yield ExitStatus.OK;
        }
        yield execute(request, engine, compiled.program());
      }
    };
  }

  /** Runs a compiled program and shows its errors. */
  int execute(RunRequest request, Engine engine, CompiledProgram program) {
    return switch (engine.run(program)) {
      case Outcome.Finished _ -> ExitStatus.OK;
      case Outcome.Exited exited -> exited.status();
      case Outcome.Failed failed -> {
        int status = fail(request, failed.failure());
        for (Failure failure : failed.more()) {
          fail(request, failure);
        }
        yield status;
      }
    };
  }

  private int reject(RunRequest request, List<Diagnostic> diagnostics) {
    int status = status(diagnostics);
    if (request.errors() == Errors.TEXT) {
      streams.complain(diagnostics);
    } else if (status == ExitStatus.SYNTAX) {
      streams.print(
          Json.write(
              Envelopes.rejected(Command.RUN, request.source().name(), diagnostics, status)));
    } else {
      diagnostics.forEach(
          diagnostic -> streams.print(Json.write(Envelopes.compileError(diagnostic))));
    }
    return status;
  }

  private int fail(RunRequest request, Failure failure) {
    if (failure.internal()) {
      streams.complain(InternalDefect.text(failure.message()));
      return ExitStatus.INTERNAL;
    }
    switch (request.errors()) {
      case TEXT -> streams.complain(failure);
      case JSON -> streams.print(Json.write(Envelopes.runtimeError(failure)));
      case JSON_WITH_FRAMES -> streams.print(Json.write(Envelopes.runtimeErrorWithFrames(failure)));
    }
    return ExitStatus.RUNTIME;
  }

  /** The exit status for a program that did not get as far as running. */
  static int status(List<Diagnostic> diagnostics) {
    boolean compileError = diagnostics.getFirst().code().subsystem() == Subsystem.VM;
    return compileError ? ExitStatus.RUNTIME : ExitStatus.SYNTAX;
  }
}
