package ruff.cli;

import java.util.ArrayList;
import java.util.List;
import ruff.cli.ProgramSource.Loaded;
import ruff.engine.Compilation;
import ruff.engine.CompiledProgram;
import ruff.engine.Engine;
import ruff.engine.TestCase;
import ruff.source.Diagnostic;

/** {@code ruff test-run}: runs the {@code test} blocks of one file. */
final class TestRunCommand {
  private final Streams streams;

  TestRunCommand(Streams streams) {
    this.streams = streams;
  }

  int run(ParsedArguments arguments) throws UsageException {
    RunRequest request = RunRequest.of(arguments, streams.host());
    boolean json = arguments.has(Options.JSON);
    boolean verbose = arguments.has(Options.TEST_VERBOSE);
    return switch (request.source().load(streams.host())) {
      case Loaded.Unreadable unreadable -> {
        streams.complainOfUse(unreadable.message());
        yield ExitStatus.FILE;
      }
      case Loaded.Rejected rejected -> reject(request, rejected.diagnostics(), json);
      case Loaded.Program program -> {
        Engine engine = new Engine(request.config(streams));
        yield switch (engine.compile(program.source(), program.file())) {
          case Compilation.Rejected rejected -> reject(request, rejected.diagnostics(), json);
          case Compilation.Compiled compiled -> {
            TestReport report = runTests(request, engine, compiled.program());
            yield show(report, verbose, json);
          }
        };
      }
    };
  }

  private TestReport runTests(RunRequest request, Engine engine, CompiledProgram program) {
    long start = streams.host().clock().nanoTime();
    List<TestReport.Row> rows = new ArrayList<>();
    for (TestCase test : engine.tests(program)) {
      rows.add(new TestReport.Row(test, engine.runTest(program, test)));
    }
    long nanos = streams.host().clock().nanoTime() - start;
    return new TestReport(request.source().name(), rows, nanos);
  }

  private int show(TestReport report, boolean verbose, boolean json) {
    if (json) {
      streams.print(Json.write(report.json()));
    } else if (report.rows().isEmpty()) {
      streams.print("No tests found in " + report.file() + "\n");
    } else {
      streams.print(report.text(streams.outputStyle(), verbose));
    }
    boolean good = !report.rows().isEmpty() && report.failed() == 0;
    return good ? ExitStatus.OK : ExitStatus.GATE;
  }

  private int reject(RunRequest request, List<Diagnostic> diagnostics, boolean json) {
    int status = RunCommand.status(diagnostics);
    if (json) {
      String file = request.source().name();
      streams.print(Json.write(Envelopes.rejected(Command.TEST_RUN, file, diagnostics, status)));
    } else {
      streams.complain(diagnostics);
    }
    return status;
  }
}
