package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a {}",
        "while a {}",
        "loop while a {}",
        "for x in a {}",
        "match a {}",
        "if b == a {}",
        "match b { case c if a {} }"
      })
  void takesTheBracesBehindANameForAnEmptyBlock(String source) {
    assertThat(Parsed.statements(source).getFirst())
        .contains("Name(\"a\")")
        .doesNotContain("StructLiteral");
  }

  @ParameterizedTest
  @ValueSource(strings = {"if a { b }", "while a { f(x) }", "for x in a { b := x }"})
  void takesTheBraceBehindANameForABlock(String source) {
    assertThat(Parsed.statements(source).getFirst()).doesNotContain("StructLiteral");
  }

  @Test
  void takesAFieldBehindTheBraceForAStructLiteral() {
    assertThat(Parsed.statements("if p == P { x: 1 } { a }").getFirst())
        .contains("StructLiteral(Identifier(\"P\")")
        .contains("Block([ExpressionStatement(Name(\"a\"))])");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"if (P {}) {}", "if f(P {}) {}", "for x in [P {}] {}", "while a[P {}] {}"})
  void takesEmptyBracesForAStructLiteralInsideBrackets(String source) {
    assertThat(Parsed.statements(source).getFirst()).contains("StructLiteral");
  }

  @Test
  void leavesTheHeaderInsideAFunctionBody() {
    assertThat(Parsed.statements("if f(func () { return P {} }) {}").getFirst())
        .contains("StructLiteral");
  }

  @Test
  void startsABlockStatementWhereNoStructLiteralCanBe() {
    assertThat(Parsed.statements("a {b} := c").getLast()).startsWith("Destructure(");
  }

  @Test
  void mayIterateOverADictLiteral() {
    assertThat(Parsed.statements("for k in {a: 1} { k }").getFirst()).contains("DictLiteral");
  }
}
