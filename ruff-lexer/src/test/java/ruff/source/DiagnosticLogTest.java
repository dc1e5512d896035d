package ruff.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DiagnosticLogTest {
  @Test
  void sortsByPlaceAndKeepsTheOrderOfReportingWithinOne() {
    DiagnosticLog log = new DiagnosticLog(new SourceText("a.ruff", "one\ntwo"));
    log.report(DiagnosticCode.SYNTAX, 5, "late");
    log.report(DiagnosticCode.SYNTAX, 0, "first");
    log.report(DiagnosticCode.SYNTAX, 0, "second");

    assertThat(log.toList())
        .containsExactly(
            new Diagnostic(DiagnosticCode.SYNTAX, "first", "a.ruff", new Position(1, 1)),
            new Diagnostic(DiagnosticCode.SYNTAX, "second", "a.ruff", new Position(1, 1)),
            new Diagnostic(DiagnosticCode.SYNTAX, "late", "a.ruff", new Position(2, 2)));
  }

  @Property
  void findsThePositionsThatTheSourceTextFinds(
      @ForAll @StringLength(min = 1, max = 60) String text,
      @ForAll @Size(max = 20) List<@IntRange(max = 60) Integer> offsets) {
    SourceText source = new SourceText("a.ruff", text);
    DiagnosticLog log = new DiagnosticLog(source);
    List<Integer> inside = offsets.stream().map(o -> startOfCharacter(text, o)).sorted().toList();
    inside.forEach(offset -> log.report(DiagnosticCode.SYNTAX, offset, "x"));

    assertThat(log.toList())
        .extracting(Diagnostic::position)
        .isEqualTo(inside.stream().map(source::position).toList());
  }

  private static int startOfCharacter(String text, int offset) {
    int at = Math.min(offset, text.length());
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return inside ? at - 1 : at;
  }
}
