package ruff.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.bytecode.Op;

class TextSumsTest {
  private static List<Op> ops(String expression) {
    return Compiled.ops(
        Compiled.of("func g(x) { return x }", "func f(p, q) {", "return " + expression, "}")
            .function("f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a\" + p + q", "p + \"a\" + q", "p + q + \"a\"", "\"a\" + g(p) + \"b\""})
  void threeOperandsWithALiteralAreAddedAtOnce(String sum) {
    assertThat(ops(sum)).contains(Op.ADD_THREE).doesNotContain(Op.ADD);
  }

  @Test
  void longerSumsTakeTwoMoreEachTime() {
    List<Op> ops = ops("\"a\" + p + \"b\" + q + \"c\" + p");
    assertThat(ops.stream().filter(Op.ADD_THREE::equals)).hasSize(2);
    assertThat(ops.stream().filter(Op.ADD::equals)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p + q + p", "\"a\" + p - q", "p - q + \"a\"", "\"a\" + (p + q)"})
  void otherChainsAreAddedOneByOne(String sum) {
    assertThat(ops(sum)).doesNotContain(Op.ADD_THREE);
  }

  @Test
  void aThirdOperandThatRunsCodeWaitsForTheFirstAddition() {
    assertThat(ops("\"a\" + p + g(q)")).containsSubsequence(Op.ADD, Op.CALL, Op.ADD);
  }
}
