package ruff.cli;

import java.util.ArrayList;
import java.util.List;
import ruff.engine.TestCase;

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
    return switch (Prepared.of(request, streams, BackgroundReport.amongOthers(streams))) {
      case Prepared.Unreadable unreadable -> {
        streams.complainOfUse(unreadable.message());
        yield ExitStatus.FILE;
      }
      case Prepared.Rejected rejected -> reject(request, rejected, json);
      case Prepared.Ready ready -> show(runTests(request, ready), verbose, json);
    };
  }

  private TestReport runTests(RunRequest request, Prepared.Ready ready) {
    long start = streams.host().clock().nanoTime();
    List<TestReport.Row> rows = new ArrayList<>();
    for (TestCase test : ready.engine().tests(ready.program())) {
      rows.add(new TestReport.Row(test, ready.engine().runTest(ready.program(), test)));
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

  private int reject(RunRequest request, Prepared.Rejected rejected, boolean json) {
    if (json) {
      String file = request.source().name();
      streams.print(Json.write(Envelopes.rejected(Command.TEST_RUN, file, rejected)));
    } else {
      streams.complain(rejected.diagnostics());
    }
    return rejected.status();
  }
}
