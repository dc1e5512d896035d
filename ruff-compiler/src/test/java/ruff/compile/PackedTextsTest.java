package ruff.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.bytecode.Op;

/** Empty arrays of variables that are only passed to what takes packed texts are made for them. */
class PackedTextsTest {
  private static List<Op> ops(String use) {
    return Compiled.ops(
        Compiled.of("func g(x) { return x }", "func f(p, q) {", "mut xs := []", use, "}")
            .function("f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xs := push(xs, p)",
        "xs := xs.push(p)",
        "while q { xs := push(xs, \"a${p}\") } return len(xs)",
        "if q { xs := [] } xs := push(xs, p)",
        "xs := [p]",
        "q := func() { return len(xs) }"
      })
  void theyAreForTexts(String use) {
    assertThat(ops(use)).contains(Op.NEW_TEXTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p := xs",
        "p := xs[0]",
        "xs[0] := p",
        "for x in xs { p := x }",
        "return xs",
        "g(xs)",
        "push(p, xs)",
        "xs := sum(xs)",
        "p := [xs]",
        "p := xs == q",
        "p := xs.size",
        "xs += p",
        "[xs, p] := xs",
        "q := func() { return xs[0] }"
      })
  void whatIsLookedIntoIsNot(String use) {
    assertThat(ops(use)).doesNotContain(Op.NEW_TEXTS).contains(Op.NEW_ARRAY);
  }

  @Test
  void aFunctionOfTheProgramMayLook() {
    Compiled program =
        Compiled.of("func push(xs, x) { return xs[0] }", "func f(p) { xs := []", "push(xs, p) }");
    assertThat(Compiled.ops(program.function("f"))).doesNotContain(Op.NEW_TEXTS);
  }

  @Test
  void importersMayLook() {
    Compiled program = Compiled.of("export xs := []", "xs := push(xs, 1)");
    assertThat(Compiled.ops(program.main())).doesNotContain(Op.NEW_TEXTS);
  }

  @Test
  void theOutermostBlockHasVariablesToo() {
    Compiled program = Compiled.of("xs := []", "func f(p) { xs := push(xs, p) }", "print(len(xs))");
    assertThat(Compiled.ops(program.main())).contains(Op.NEW_TEXTS);
  }
}
