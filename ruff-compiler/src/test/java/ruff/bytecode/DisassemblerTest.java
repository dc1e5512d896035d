package ruff.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ruff.compile.Compiled;

class DisassemblerTest {
  private static String[] lines(String... program) {
    return Compiled.of(program).disassembled().split("\n");
  }

  @Test
  void aFunctionBeginsWithItsSizes() {
    assertThat(lines("func f(a, b) { return a + b }"))
        .contains("function f (parameters 2, registers 4, captures 0)");
  }

  @Test
  void anInstructionShowsItsPlaceItsLineAndItsOperands() {
    assertThat(lines("", "func f(a) {", "  return a[0]", "}"))
        .contains("      0  line 3     GET_INDEX                  r1, r0, 0");
  }

  @Test
  void constantsAreWrittenAsInASource() {
    assertThat(String.join("\n", lines("x := \"a\\\"b\\\\c\\nd\"", "y := 1.5", "z := null")))
        .contains("\"a\\\"b\\\\c\\nd\"")
        .contains(", 1.5\n")
        .contains(", null\n");
  }

  @Test
  void jumpsSayWhereTheyGo() {
    assertThat(String.join("\n", lines("x := 1", "if x < 2 { x := 3 }")))
        .containsPattern("JUMP_UNLESS_LESS +r0, 2, -> \\d");
  }

  @Test
  void globalsNativesAndUnknownNamesAreNamed() {
    assertThat(String.join("\n", lines("x := 1", "func f() { return push(x, nosuch) }")))
        .contains("global x")
        .contains("push with 2 arguments")
        .contains("Undefined variable: nosuch");
  }

  @Test
  void handlersStandBehindTheCode() {
    assertThat(String.join("\n", lines("try { throw(1) } except e { e := 2 }")))
        .containsPattern("handler 0\\.\\.\\d -> \\d, error in r\\d");
  }
}
