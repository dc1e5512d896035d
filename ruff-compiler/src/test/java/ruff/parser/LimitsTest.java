package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.lexer.Token;

class LimitsTest {
  private static final String EXPRESSION =
      "Maximum expression nesting depth of 256 exceeded while parsing ";
  private static final String BLOCK = "Maximum block nesting depth of 128 exceeded while parsing ";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(; ); expression",
        "[; ]; array literal",
        "{1: ; }; dictionary literal",
        "f(; ); expression",
        "a[; ]; expression",
        "-; ''; unary expression",
        "!; ''; unary expression",
        "'await '; ''; unary expression",
        "\"${; }\"; expression",
        "P { x: ; }; expression",
        "Ok(; ); expression",
        "throw(; ); expression",
        "E::A(; ); expression",
        "'yield '; ''; expression",
      })
  void allows255LevelsInsideAnExpressionAndNoMore(String open, String close, String construct) {
    String fits = nested(open, "1", close, 255);
    String tooDeep = nested(open, "1", close, 256);

    assertThat(Parsed.of(fits).faults()).isEmpty();
    assertThat(Parsed.of(tooDeep + "\nb").faults())
        .hasSize(1)
        .allMatch(fault -> fault.endsWith(" " + EXPRESSION + construct));
  }

  @Test
  void countsMixedLevelsTogether() {
    assertThat(Parsed.of(nested("(-[", "1", "])", 85)).faults()).isEmpty();
    assertThat(Parsed.of(nested("(-[", "1", "])", 86)).faults()).hasSize(1);
  }

  @Test
  void reportsWhereTheLevelTooManyStarts() {
    assertThat(Parsed.of("x := " + nested("(", "1", ")", 300) + "\ny := )").faults())
        .containsExactly("1:262 " + EXPRESSION + "expression", "2:6 Expected expression");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "if a {; }; if block",
        "if a {} else {; }; if block",
        "while a {; }; while body",
        "loop {; }; loop body",
        "for a in b {; }; for loop body",
        "func f() {; }; function body",
        "try {; } except e {}; try block",
        "try {} except e {; }; try block",
        "match a { case b {; } }; match case block",
        "match a { default {; } }; match default block",
        "spawn {; }; spawn block",
        "test \"a\" {; }; test body",
        "test_group \"a\" {; }; test_group body",
        "test_setup {; }; test_setup block",
        "struct S { func m() {; } }; function body",
      })
  void allows128BlocksAndNoMore(String open, String close, String construct) {
    assertThat(Parsed.of(nested(open, "", close, 128)).faults()).isEmpty();
    assertThat(Parsed.of(nested(open, "", close, 129) + "\nlet := 1").faults())
        .hasSize(2)
        .first()
        .asString()
        .endsWith(" " + BLOCK + construct);
  }

  @Test
  void countsBlocksOfFunctionValues() {
    assertThat(Parsed.of(nested("x := func () {", "", "}", 128)).faults()).isEmpty();
    assertThat(Parsed.of(nested("x := func () {", "", "}", 129)).faults())
        .hasSize(1)
        .allMatch(fault -> fault.endsWith(BLOCK + "function expression body"));
  }

  @Test
  void placesABlockTooManyAtItsBrace() {
    assertThat(Parsed.of("if a {\n".repeat(129) + "}".repeat(129)).faults())
        .containsExactly("129:6 " + BLOCK + "if block");
  }

  @Test
  void doesNotCountBranchesOfOneIf() {
    String chain = "if a {}" + " else if b {}".repeat(5000) + " else {}";

    assertThat(Parsed.of(chain).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"let x: ", "let "})
  void boundsTypesAndPatternsToo(String word) {
    String open = word.equals("let ") ? "[" : "A<";
    String close = word.equals("let ") ? "]" : ">";

    assertThat(Parsed.of(word + nested(open, "a", close, 200) + " := 1").faults()).isEmpty();
    assertThat(Parsed.of(word + nested(open, "a", close, 300) + " := 1").faults())
        .hasSize(1)
        .first()
        .asString()
        .contains(EXPRESSION);
    assertThat(Parsed.of("let x: A" + "?".repeat(300) + " := 1").faults()).hasSize(1);
  }

  @Test
  void allows4096ElementsOfALiteralAndNoMore() {
    assertThat(Parsed.of("[" + "0,".repeat(4096) + "]").faults()).isEmpty();
    assertThat(Parsed.of("{" + "1: 0,".repeat(4096) + "}").faults()).isEmpty();
    assertThat(Parsed.of("[\n" + "0,".repeat(4096) + "\n7]\n)").faults())
        .containsExactly(
            "3:1 Array literal exceeds maximum element count of 4096", "4:1 Expected expression");
    assertThat(Parsed.of("{\n" + "1: 0,".repeat(4096) + "\n...d}\n)").faults())
        .containsExactly(
            "3:1 Dictionary literal exceeds maximum item count of 4096", "4:1 Expected expression");
  }

  @Test
  void allowsAnyNumberOfArgumentsAndParameters() {
    assertThat(Parsed.of("f(" + "0,".repeat(9000) + ")").faults()).isEmpty();
    assertThat(Parsed.of("func f(" + "a,".repeat(9000) + ") {}").faults()).isEmpty();
  }

  @Test
  void allowsSourcesOf1048576Bytes() {
    assertThat(Parsed.of("# " + "\u00e9".repeat(524_287)).faults()).isEmpty();
  }

  @Test
  void refusesSourcesOf1048577Bytes() {
    Parsed parsed = Parsed.of(" # " + "\u00e9".repeat(524_287));

    assertThat(parsed.faults())
        .containsExactly("1:1 Source size 1048577 bytes exceeds maximum allowed 1048576 bytes");
    assertThat(parsed.statements()).isEmpty();
    Token only = parsed.result().program().tokens().getFirst();
    assertThat(only.leading().getFirst().span().end()).isEqualTo(parsed.source().text().length());
  }

  private static String nested(String open, String inner, String close, int levels) {
    return open.repeat(levels) + inner + close.repeat(levels);
  }
}
