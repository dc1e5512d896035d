package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewlineRulesTest {
  @Test
  void needsNoSeparatorBetweenStatements() {
    assertThat(Parsed.statements("a := 1 b := 2;;c d")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n+ b",
        "a\n- b",
        "a\n|> b",
        "a\n.b",
        "a\n?.b",
        "a\n?",
        "a\n?? b",
        "a +\nb",
        "a.\nb",
        "f(\na\n)",
        "!\na",
        "a\n\n// c\n\n&& b"
      })
  void goesOnWithAnExpressionThatCanContinue(String source) {
    assertThat(Parsed.statements(source)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\n(b)", "a\n[0]", "a := b\n(c)", "f(x)\n[y]", "E::A\n(b)", "return a\n(b)"})
  void startsAStatementAtABracketThatStartsALine(String source) {
    assertThat(Parsed.statements(source)).hasSize(2);
  }

  @Test
  void letsADestructuringFollowAnyLine() {
    assertThat(Parsed.statements("f\n[a, b] := pair\n{c} := d").getLast())
        .startsWith("Destructure(Dict(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a\n(b))", "[a\n[0]]", "f(a\n(b))", "{k: a\n(b)}", "\"${a\n(b)}\""})
  void goesOnAtABracketInsideBrackets(String source) {
    assertThat(Parsed.expression(source)).containsAnyOf("Call(", "Index(");
    assertThat(Parsed.statements(source)).hasSize(1);
  }

  @Test
  void appliesTheRuleAgainInAFunctionBodyInsideBrackets() {
    assertThat(Parsed.expression("f(func () {\na\n(b)\n})"))
        .contains("[ExpressionStatement(Name(\"a\")), ExpressionStatement(Group(Name(\"b\")))]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return\nlet a := 1",
        "return;a",
        "return\nfunc f() {}",
        "return\nif a {}",
        "return\nbreak"
      })
  void returnsNothingBeforeAStatementWord(String source) {
    assertThat(Parsed.statements(source)).hasSize(2).first().isEqualTo("Return(-)");
  }

  @Test
  void returnsAValueFromTheNextLine() {
    assertThat(Parsed.statements("return\na + b")).hasSize(1);
    assertThat(Parsed.statements("return func () {}")).hasSize(1);
    assertThat(Parsed.statements("return\n[a]")).hasSize(1);
  }

  @Test
  void returnsNothingAtTheEndOfABlock() {
    assertThat(Parsed.statements("func f() { return }").getFirst()).contains("[Return(-)]");
  }

  @Test
  void yieldsOnlyWhatBeginsOnItsLine() {
    assertThat(Parsed.statements("yield\na")).hasSize(2);
    assertThat(Parsed.statements("yield\n(a)")).hasSize(2);
    assertThat(Parsed.statements("yield a +\nb")).hasSize(1);
    assertThat(Parsed.expression("f(yield\n)")).isEqualTo("Call(Name(\"f\"), [Yield(-)])");
  }

  @Test
  void letsBracesOpenOnTheNextLine() {
    assertThat(Parsed.statements("if a\n{\nb\n}\nelse\n{\nc\n}")).hasSize(1);
    assertThat(Parsed.statements("func f()\n{\n}\ntry\n{\n}\nexcept e\n{\n}")).hasSize(2);
  }

  @Test
  void wantsTheBraceOfAStructLiteralOnTheLineOfItsName() {
    assertThat(Parsed.statements("P\n{x: 1}"))
        .containsExactly(
            "ExpressionStatement(Name(\"P\"))",
            "ExpressionStatement(DictLiteral([DictEntry(Name(\"x\"), IntLiteral(1))]))");
  }
}
