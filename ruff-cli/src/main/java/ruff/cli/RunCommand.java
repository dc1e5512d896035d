package ruff.cli;

import java.util.List;
import ruff.cli.RunRequest.Errors;
import ruff.engine.Failure;
import ruff.engine.Outcome;
import ruff.source.Diagnostic;

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
    BackgroundReport report = BackgroundReport.alone(streams, request.errors());
    if (request.limits().any()) {
      TimeLimit.watch(request.limits(), streams, report, request.errors());
    }
    return switch (Prepared.of(request, streams, report)) {
      case Prepared.Unreadable unreadable -> {
        streams.complainOfUse(unreadable.message());
        yield ExitStatus.FILE;
      }
      case Prepared.Rejected rejected -> reject(request, rejected);
      case Prepared.Ready ready -> {
        if (request.dump()) {
          streams.print(ready.program().disassemble());
          yield ExitStatus.OK;
        }
        TimeLimit.awaitDeadline();
        int status = execute(request, ready);
        if (request.audit() != null && request.audit().needs() != null) {
          streams.complain("Rights that suffice: " + request.audit().needs().flags() + "\n");
        }
        yield status;
      }
    };
  }

  /** Runs a compiled program and shows its errors. */
  int execute(RunRequest request, Prepared.Ready ready) {
    return switch (ready.engine().run(ready.program())) {
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

  private int reject(RunRequest request, Prepared.Rejected rejected) {
    List<Diagnostic> diagnostics = rejected.diagnostics();
    if (request.errors() == Errors.TEXT) {
      streams.complain(diagnostics);
    } else if (rejected.status() == ExitStatus.SYNTAX) {
      streams.print(Json.write(Envelopes.rejected(Command.RUN, request.source().name(), rejected)));
    } else {
      diagnostics.forEach(
          diagnostic -> streams.print(Json.write(Envelopes.compileError(diagnostic))));
    }
    return rejected.status();
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
}
