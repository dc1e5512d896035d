package ruff.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ruff.cli.Style.Ink;
import ruff.engine.Failure;
import ruff.engine.TestCase;
import ruff.engine.TestOutcome;

/**
 * What came of the tests of a file.
 *
 * @param nanos how long all of them took together
 */
record TestReport(String file, List<Row> rows, long nanos) {
  private static final String RULE = "=".repeat(60) + "\n";
  private static final long NANOS_PER_MILLI = 1_000_000;

  record Row(TestCase test, TestOutcome outcome) {}

  long failed() {
    return rows.stream().filter(row -> !row.outcome.passed()).count();
  }

  private long passed() {
    return rows.size() - failed();
  }

  /**
   * The report for people. Failures are always listed.
   *
   * @param verbose list the tests that passed too, under the names of their groups
   */
  String text(Style style, boolean verbose) {
    StringBuilder text = new StringBuilder("\n");
    text.append(RULE).append("Test Results\n").append(RULE);
    String group = null;
    for (Row row : rows) {
      if (verbose && !Objects.equals(group, row.test.group())) {
        group = row.test.group();
        text.append(group == null ? "" : "  " + group + "\n");
      }
      if (verbose || !row.outcome.passed()) {
        appendRow(text, style, row, verbose && group != null ? "    " : "  ");
      }
    }
    text.append(verbose || failed() > 0 ? "\n" : "");
    text.append("Tests: ").append(rows.size()).append(" total, ");
    text.append(passed()).append(" passed, ").append(failed()).append(" failed\n");
    text.append("Time:  ").append(nanos / NANOS_PER_MILLI).append("ms\n");
    text.append(RULE).append('\n');
    text.append(
        failed() == 0
            ? style.paint(Ink.GOOD, "All tests passed! ✨")
            : style.paint(Ink.BAD, failed() + " test(s) failed"));
    return text.append('\n').toString();
  }

  private static void appendRow(StringBuilder text, Style style, Row row, String indent) {
    TestOutcome outcome = row.outcome;
    String mark = outcome.passed() ? style.paint(Ink.GOOD, "✓") : style.paint(Ink.BAD, "✗");
    text.append(indent).append(mark).append(' ').append(row.test.name());
    text.append(" (").append(outcome.nanos() / NANOS_PER_MILLI).append("ms)\n");
    if (outcome.passed()) {
      return;
    }
    String inner = indent + "  ";
    text.append(inner).append("Error: ").append(indented(outcome.message(), inner)).append('\n');
    Failure failure = outcome.failure();
    if (failure != null && failure.position() != null) {
      String place = DiagnosticText.place(failure.file(), failure.position());
      text.append(inner).append("  --> ").append(place).append('\n');
    }
    if (!outcome.output().isBlank()) {
      String output = outcome.output().stripTrailing();
      text.append(inner).append("Output:\n").append(inner).append("  ");
      text.append(indented(output, inner + "  ")).append('\n');
    }
  }

  private static String indented(String text, String indent) {
    return text.replace("\n", "\n" + indent);
  }

  Map<String, Object> json() {
    Map<String, Object> report = new HashMap<>();
    report.put("command", Command.TEST.word());
    report.put("total", rows.size());
    report.put("passed", passed());
    report.put("failed", failed());
    report.put("skipped", 0);
    report.put("duration_ms", nanos / NANOS_PER_MILLI);
    report.put("tests", rows.stream().map(this::json).toList());
    return report;
  }

  private Map<String, Object> json(Row row) {
    Map<String, Object> item = new HashMap<>();
    item.put("name", row.test.name());
    item.put("group", row.test.group());
    item.put("file", file);
    item.put("line", row.test.position().line());
    item.put("status", row.outcome.passed() ? "passed" : "failed");
    item.put("message", row.outcome.passed() ? null : row.outcome.message());
    item.put("duration_ms", row.outcome.nanos() / NANOS_PER_MILLI);
    item.put("output", row.outcome.output());
    return item;
  }
}
