package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.engine.Failure;
import ruff.engine.StackFrame;
import ruff.source.Position;
import ruff.source.SourceText;

class FailureTextTest {
  private final SourceText source =
      new SourceText("report.ruff", "a\nb\nc\nd\n    return values[index]\n\tx := größe + y");

  @Test
  void showsMessagePlaceLineAndCaretAndCalls() {
    Failure failure =
        failure(
            "Index out of bounds: 9",
            new Position(5, 12),
            null,
            List.of(
                new StackFrame("start", "report.ruff", new Position(9, 1)),
                new StackFrame("pick", "report.ruff", new Position(5, 12))));
    assertThat(new FailureText(Style.PLAIN).render(failure))
        .isEqualTo(
            """
            [RUFVM001] [vm] Runtime Error: Index out of bounds: 9
              --> report.ruff:5:12
               |
              5 |     return values[index]
               |            ^
               |

            Call stack:
              0 at pick (report.ruff:5:12)
              1 at start (report.ruff:9:1)

            """);
  }

  @Test
  void showsAHintForAName() {
    Failure failure = failure("Undefined variable: grösse", new Position(6, 7), "größe", List.of());
    assertThat(new FailureText(Style.PLAIN).render(failure))
        .isEqualTo(
            "[RUFVM001] [vm] Runtime Error: Undefined variable: grösse\n"
                + "  --> report.ruff:6:7\n"
                + "   |\n"
                + "  6 | \tx := größe + y\n"
                + "   | \t     ^\n"
                + "   |\n"
                + "   = Did you mean 'größe'?\n");
  }

  @Test
  void showsOnlyTheMessageWhenNothingElseIsKnown() {
    Failure failure =
        new Failure("boom", null, null, null, null, "Ask somebody.", List.of(), false);
    assertThat(new FailureText(Style.PLAIN).render(failure))
        .isEqualTo("[RUFVM001] [vm] Runtime Error: boom\n   = help: Ask somebody.\n");
  }

  @Test
  void leavesOutTheMiddleOfALongStack() {
    List<StackFrame> frames = new ArrayList<>();
    frames.add(new StackFrame("start", null, null));
    for (int i = 0; i < 10_000; i++) {
      frames.add(new StackFrame("down", null, null));
    }
    Failure failure = failure("deep", null, null, frames);
    List<String> lines = new FailureText(Style.PLAIN).render(failure).lines().toList();

    assertThat(lines).hasSize(3 + 40 + 1 + 10 + 1);
    assertThat(lines).contains("  0 at down", "  39 at down", "  ... (9951 more)");
    assertThat(lines).doesNotContain("  40 at down").contains("  9991 at down", "  10000 at start");
  }

  @Test
  void showsAStackOfFiftyWhole() {
    List<StackFrame> frames = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      frames.add(new StackFrame("f", null, null));
    }
    assertThat(new FailureText(Style.PLAIN).render(failure("x", null, null, frames)))
        .doesNotContain("more)")
        .contains("  49 at f");
  }

  @Test
  void coloursOnlyWhenAskedTo() {
    Failure failure = failure("boom", new Position(1, 1), "x", List.of());
    String coloured = new FailureText(Style.COLOURED).render(failure);
    assertThat(coloured).contains("\u001B[1;31mRuntime Error:\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(new FailureText(Style.PLAIN).render(failure));
  }

  private Failure failure(
      String message, Position position, String suggestion, List<StackFrame> frames) {
    return new Failure(message, "report.ruff", source, position, suggestion, null, frames, false);
  }
}
