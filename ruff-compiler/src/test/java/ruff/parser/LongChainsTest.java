package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.ast.Expr;
import ruff.ast.Stmt;
import ruff.printer.SourcePrinter;

/** What is long but not deep needs neither stack nor levels. */
class LongChainsTest {
  private static final int LENGTH = 20_000;

  @ParameterizedTest
  @ValueSource(
      strings = {" + 1", " - a * b", " && a", " ?? a", " |> f", "(1)", "[1]", ".b", "?.b", " == a"})
  void readsAndPrintsLongChainsOnASmallStack(String link) throws InterruptedException {
    String source = "a" + link.repeat(LENGTH);

    SmallStack.run(
        () -> {
          Parsed parsed = Parsed.of(source);
          assertThat(parsed.faults()).isEmpty();
          assertThat(parsed.statements()).hasSize(1);
          assertThat(SourcePrinter.print(parsed.statements())).isEqualTo(source + "\n");
        });
  }

  @Test
  void leansOperatorChainsToTheLeft() {
    Stmt only = Parsed.clean("a" + " + 1".repeat(LENGTH)).getFirst();
    Expr expression = ((Stmt.ExpressionStatement) only).expression();
    int terms = 1;
    while (expression instanceof Expr.Binary binary) {
      assertThat(binary.right()).isInstanceOf(Expr.IntLiteral.class);
      expression = binary.left();
      terms++;
    }

    assertThat(terms).isEqualTo(LENGTH + 1);
  }

  @Test
  void readsLongChainsOfBranchesFlat() {
    Stmt only = Parsed.clean("if a {}" + " else if b {}".repeat(LENGTH)).getFirst();

    assertThat(((Stmt.If) only).branches()).hasSize(LENGTH + 1);
  }

  @Test
  void readsStringsWithManyInterpolations() {
    assertThat(Parsed.of("\"" + "x${a}".repeat(LENGTH) + "\"").faults()).isEmpty();
  }
}
