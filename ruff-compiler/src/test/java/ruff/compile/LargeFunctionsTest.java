package ruff.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;

/** {@link Compiled#of} verifies whatever it compiles. */
class LargeFunctionsTest {
  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  @Test
  void seventyThousandStatements() {
    Compiled program = Compiled.of("x := 0", lines(70_000, i -> "x += 1"));

    assertThat(Compiled.count(program.main(), Op.ADD)).isEqualTo(70_000);
  }

  @Test
  void seventyThousandCalls() {
    Compiled program = Compiled.of("func f() {}", lines(70_000, i -> "f()"));

    assertThat(Compiled.count(program.main(), Op.CALL)).isEqualTo(70_000);
    assertThat(program.main().sites).hasSizeLessThan(40_000);
  }

  @Test
  void seventyThousandFieldsOfDifferentNamesGiveUpWithAClearError() {
    assertThat(Compiled.faults("a := {}", lines(70_000, i -> "a.f" + i)))
        .containsExactly("65538:1 Function body is too large: it has too many calls");
  }

  @Test
  void seventyThousandComparisonsStillJump() {
    Compiled program = Compiled.of("x := 0", lines(70_000, i -> "if x<1{x:=2}"));

    assertThat(Compiled.count(program.main(), Op.JUMP_UNLESS_LESS)).isEqualTo(65_535);
    assertThat(Compiled.count(program.main(), Op.JUMP_UNLESS)).isEqualTo(70_000 - 65_535);
  }

  @Test
  void fiveThousandTerms() {
    Compiled program = Compiled.of("x := 1", "y := x" + " + x".repeat(5_000));

    assertThat(Compiled.count(program.main(), Op.ADD)).isEqualTo(5_000);
    assertThat(program.main().template.length).isLessThan(10);
  }

  @Test
  void fiveThousandConditions() {
    Compiled program = Compiled.of("x := 1", "if x" + " && x".repeat(5_000) + " { x := 2 }");

    assertThat(Compiled.count(program.main(), Op.JUMP_UNLESS)).isEqualTo(5_001);
  }

  @Test
  void aChainOfFiveThousandPipes() {
    Compiled program = Compiled.of("func f(a) { return a }", "x := 1" + " |> f".repeat(5_000));

    assertThat(Compiled.count(program.main(), Op.CALL)).isEqualTo(5_000);
  }

  @Test
  void anArrayLiteralOfFourThousandElementsNeedsFewRegisters() {
    String elements = String.join(", ", Collections.nCopies(4_096, "x"));
    Compiled program = Compiled.of("x := 1", "y := [" + elements + "]");

    assertThat(Compiled.count(program.main(), Op.ARRAY_ADD)).isEqualTo(4_096);
    assertThat(program.main().template.length).isLessThan(10);
  }

  @Test
  void aDictLiteralOfFourThousandEntries() {
    String entries =
        IntStream.range(0, 4_096)
            .mapToObj(i -> "\"k" + i + "\": x")
            .collect(Collectors.joining(","));
    Compiled program = Compiled.of("x := 1", "y := {" + entries + "}");

    assertThat(Compiled.count(program.main(), Op.DICT_PUT)).isEqualTo(4_096);
  }

  @Test
  void anInterpolationOfFiveHundredParts() {
    Compiled program = Compiled.of("x := 1", "y := \"" + "${x},".repeat(500) + "\"");

    assertThat(program.main().template.length).isLessThan(100);
  }

  @Test
  void threeHundredLocals() {
    Prototype function =
        Compiled.of(
                "func f(a) {", lines(300, i -> "mut v" + i + " := a + " + i), "return v299", "}")
            .function("f");

    assertThat(function.template.length).isBetween(300, 400);
  }

  @Test
  void localsOfBlocksThatAreClosedShareRegisters() {
    Prototype function =
        Compiled.of("func f(a) {", lines(300, i -> "if a { mut v" + i + " := a }"), "}")
            .function("f");

    assertThat(function.template.length).isLessThan(10);
  }

  @Test
  void tooManyLocalsOfAFunctionGiveUpWithAClearError() {
    assertThat(Compiled.faults("func f(a) {", lines(33_000, i -> "mut v" + i + " := a"), "}"))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("Function body is too large: it needs too many variables");
  }

  @Test
  void topLevelVariablesBeyondTheRegistersBecomeGlobals() {
    Compiled program = Compiled.of(lines(33_000, i -> "v" + i + " := " + i));

    assertThat(program.module().globals()).isNotEmpty();
    assertThat(program.main().template.length).isLessThan(1 << 15);
  }

  @Test
  void constantsBeyondThoseOfTheFrameAreLoaded() {
    Compiled program = Compiled.of("x := 0", lines(200, i -> "x := x + " + (1_000 + i)));

    long constants = Arrays.stream(program.main().template).filter(Objects::nonNull).count();
    assertThat(constants).isEqualTo(48);
    assertThat(Compiled.count(program.main(), Op.LOAD_CONSTANT)).isPositive();
  }

  @Test
  void aHundredArgumentsAndNestedFunctions() {
    String names = IntStream.range(0, 100).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
    Prototype function =
        Compiled.of("func f(" + names + ") { return func() { return f(" + names + ") } }")
            .function("f");

    assertThat(function.parameterCount).isEqualTo(100);
    assertThat(function.children[0].captures).hasSize(100);
  }
}
