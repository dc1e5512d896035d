package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.cli.TestReport.Row;
import ruff.engine.Failure;
import ruff.engine.TestCase;
import ruff.engine.TestOutcome;
import ruff.source.Position;

class TestReportTest {
  private static final Row GOOD =
      new Row(
          new TestCase("adds", null, new Position(1, 1)),
          new TestOutcome(true, "", 2_500_000, "noise\n", null));
  private static final Row GROUPED =
      new Row(
          new TestCase("takes money", "withdraw", new Position(2, 3)),
          new TestOutcome(true, "", 0, "", null));
  private static final Row BAD =
      new Row(
          new TestCase("fails", "withdraw", new Position(3, 3)),
          new TestOutcome(false, "expected Int(2), got Int(1)", 0, "seen\nmore\n", at(4, 5)));

  @Test
  void listsEverythingWhenVerbose() {
    TestReport report = new TestReport("main.ruff", List.of(GOOD, GROUPED, BAD), 3_000_000);
    assertThat(report.text(Style.PLAIN, true))
        .isEqualTo(
            """

            ============================================================
            Test Results
            ============================================================
              ✓ adds (2ms)
              withdraw
                ✓ takes money (0ms)
                ✗ fails (0ms)
                  Error: expected Int(2), got Int(1)
                    --> main.ruff:4:5
                  Output:
                    seen
                    more

            Tests: 3 total, 2 passed, 1 failed
            Time:  3ms
            ============================================================

            1 test(s) failed
            """);
  }

  @Test
  void listsFailuresAlways() {
    TestReport report = new TestReport("main.ruff", List.of(GOOD, BAD), 0);
    assertThat(report.text(Style.PLAIN, false)).contains("  ✗ fails").doesNotContain("✓");
  }

  @Test
  void isShortWhenAllIsWell() {
    TestReport report = new TestReport("main.ruff", List.of(GOOD), 0);
    assertThat(report.text(Style.PLAIN, false))
        .isEqualTo(
            """

            ============================================================
            Test Results
            ============================================================
            Tests: 1 total, 1 passed, 0 failed
            Time:  0ms
            ============================================================

            All tests passed! ✨
            """);
  }

  @Test
  void jsonHasOneItemForEachTest() {
    TestReport report = new TestReport("main.ruff", List.of(GOOD, BAD), 3_000_000);
    assertThat(report.json())
        .containsEntry("command", "test")
        .containsEntry("total", 2)
        .containsEntry("passed", 1L)
        .containsEntry("failed", 1L)
        .containsEntry("skipped", 0)
        .containsEntry("duration_ms", 3L);
    assertThat(Json.write(report.json()))
        .contains("\"status\": \"failed\"", "\"group\": \"withdraw\"", "\"line\": 3");
  }

  private static Failure at(int line, int column) {
    return new Failure(
        "x", "main.ruff", null, new Position(line, column), null, null, List.of(), false);
  }
}
