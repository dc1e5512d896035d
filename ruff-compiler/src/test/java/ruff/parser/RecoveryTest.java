package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a mistake the rest of the program is read as if it were not there. */
class RecoveryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "let total := (1 + 2",
        "print(total",
        "print(total))",
        "xs := [1, 2 3,\n 4, 5]",
        "d := {\"a\" 1, \"b\": 2}",
        "let x 5",
        "let := f(func (x) {\n return x\n})",
        "f(func (x) {\n return x +\n}, 2)",
        "func f(a b) {\n return a\n}",
        "func f(a, b {\n return a\n}",
        "func f {\n return 1\n}",
        "func 5(a) { return a }",
        "if x\n print(1)\n}",
        "if x\n print(1)\n} else {\n print(2)\n}",
        "if (a = b) { c } else { d }",
        "if a == 1 && { b }",
        "while { i += 1 }",
        "for x of xs { print(x) }",
        "for x in { print(x) }",
        "whle x < 3 {\n i += 1\n}",
        "match x { case 1 { a } foo { b } default: { c } }",
        "match x {\n case + { a }\n case 2 { b }\n}",
        "match x case A: { b }",
        "try { a } finally { b }",
        "try { a except e { b }",
        "if a { b else { c }",
        "match a { case 1 { b case 2 { c } }",
        "print(f(func (n {\n return n\n}))",
        "struct P {\n x: int\nf(P {})",
        "try { a } except { b }",
        "struct P {\n x: 5\n y: int\n}",
        "struct P { x: int, 5, y }",
        "struct P {\n x: int",
        "enum E { A B }",
        "enum E A, B }",
        "import a as b",
        "from a import *",
        "a := b := 1",
        "f() := 3",
        "\"a ${1 2} b\"",
        "x := a ? b : c",
        "} ",
        "else { x }",
        "a b ) c",
      })
  void reportsOneMistakeAndGoesOnAtTheNextStatement(String mistake) {
    Parsed parsed = Parsed.of(mistake + "\nlet next := 1\nlet := 2\n");

    assertThat(parsed.faults()).hasSize(2);
    assertThat(parsed.faults().getLast()).endsWith("Invalid statement");
    assertThat(parsed.statements().stream().map(TreeShape::of))
        .contains("Declare(LET, Name(\"next\"), -, IntLiteral(1))");
  }

  @Test
  void goesOnInsideABlockWithABrokenHeader() {
    Parsed parsed = Parsed.of("func f(a, b {\n let := 1\n c\n}\nlet d 5");

    assertThat(parsed.faults())
        .containsExactly(
            "1:13 Expected ')' to close function parameter list but found '{'",
            "2:6 Invalid statement",
            "5:7 Expected assignment operator (':=' or '=') in let declaration but found 5");
    assertThat(TreeShape.of(parsed.statements())).contains("ExpressionStatement(Name(\"c\"))");
  }

  @Test
  void goesOnInsideListsBehindAFault() {
    assertThat(Parsed.of("[f(1 2), g(3 4), 5 6]").faults())
        .containsExactly(
            "1:6 Expected ')' to close function call arguments but found 2",
            "1:14 Expected ')' to close function call arguments but found 4",
            "1:20 Expected ']' to close array literal but found 6");
  }

  @Test
  void reportsBlocksLeftOpenOnce() {
    assertThat(Parsed.of("func f() {\n if a {\n while b {\n f(").faults())
        .containsExactly("4:4 Expected ')' to close function call arguments but found end of file");
    assertThat(Parsed.of("func f() {\n if a {\n b\n}\n").faults())
        .containsExactly("5:1 Expected '}' to close function body but found end of file");
  }

  @Test
  void leavesHolesWhereTextIsMissing() {
    assertThat(TreeShape.of(Parsed.of("a.").statements()))
        .isEqualTo("[ExpressionStatement(Field(Name(\"a\"), Identifier(\"\"), false))]");
    assertThat(TreeShape.of(Parsed.of("f(a, ").statements()))
        .isEqualTo("[ExpressionStatement(Call(Name(\"f\"), [Name(\"a\")]))]");
    assertThat(TreeShape.of(Parsed.of("a := 1 +").statements()))
        .isEqualTo("[Assign(Name(\"a\"), -, Binary(ADD, IntLiteral(1), Missing))]");
    assertThat(TreeShape.of(Parsed.of(") let a := 1").statements()))
        .isEqualTo("[Missing, Declare(LET, Name(\"a\"), -, IntLiteral(1))]");
  }
}
