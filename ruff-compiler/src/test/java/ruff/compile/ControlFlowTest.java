package ruff.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;

class ControlFlowTest {
  private static Prototype body(String... lines) {
    return Compiled.of("func f(p, q) {", String.join("\n", lines), "}").function("f");
  }

  @Nested
  class Conditions {
    @ParameterizedTest
    @CsvSource({
      "==, JUMP_UNLESS_EQUAL",
      "!=, JUMP_UNLESS_NOT_EQUAL",
      "<, JUMP_UNLESS_LESS",
      "<=, JUMP_UNLESS_LESS_EQUAL",
      ">, JUMP_UNLESS_GREATER",
      ">=, JUMP_UNLESS_GREATER_EQUAL"
    })
    void aComparisonIsOneInstructionWithItsJump(String operator, Op jump) {
      assertThat(Compiled.ops(body("if p " + operator + " q { print(1) }"))).startsWith(jump);
      assertThat(Compiled.ops(body("while (p " + operator + " q) { print(1) }")))
          .startsWith(jump)
          .contains(Op.JUMP_BACK);
    }

    @ParameterizedTest
    @CsvSource({
      "==, JUMP_IF_EQUAL",
      "!=, JUMP_IF_NOT_EQUAL",
      "<, JUMP_IF_LESS",
      "<=, JUMP_IF_LESS_EQUAL",
      ">, JUMP_IF_GREATER",
      ">=, JUMP_IF_GREATER_EQUAL"
    })
    void leftOfAnOrItJumpsWhenItHolds(String operator, Op jump) {
      assertThat(Compiled.ops(body("if p " + operator + " q || q { print(1) }")))
          .startsWith(jump, Op.JUMP_UNLESS);
    }

    @Test
    void andJumpsAtTheFirstThatFails() {
      assertThat(Compiled.ops(body("if p < q && q && (p > 1) { print(1) }")))
          .startsWith(Op.JUMP_UNLESS_LESS, Op.JUMP_UNLESS, Op.JUMP_UNLESS_GREATER);
    }

    @Test
    void asValuesTheyAreBools() {
      assertThat(Compiled.ops(body("mut x := p && q")))
          .startsWith(Op.TO_BOOL, Op.JUMP_UNLESS, Op.TO_BOOL);
      assertThat(Compiled.ops(body("mut x := p < q"))).startsWith(Op.LESS);
    }

    @Test
    void notIsNotFoldedIntoTheJumpForItChecksItsOperand() {
      assertThat(Compiled.ops(body("if !p { print(1) }"))).startsWith(Op.NOT, Op.JUMP_UNLESS);
    }
  }

  @Nested
  class Loops {
    @Test
    void aCountedLoopMakesNoArray() {
      assertThat(Compiled.ops(body("for i in range(p) { print(i) }")))
          .contains(Op.RANGE, Op.RANGE_NEXT)
          .doesNotContain(Op.ITERATE);
    }

    @Test
    void unlessTheProgramHasARangeOfItsOwn() {
      Prototype main = Compiled.of("func range(n) { return n }", "for i in range(3) {}").main();

      assertThat(Compiled.ops(main)).contains(Op.ITERATE).doesNotContain(Op.RANGE);
    }

    @Test
    void aCapturedVariableOfTheBodyGetsACellInEachTurn() {
      Prototype function = body("for i in p {", "mut x := i", "q(func() { x += 1 })", "}");

      List<Op> ops = Compiled.ops(function);
      assertThat(ops.indexOf(Op.NEW_CELL))
          .isBetween(ops.indexOf(Op.NEXT), ops.indexOf(Op.JUMP_BACK));
    }

    @Test
    void breakAndContinueOutsideAreCompileErrors() {
      assertThat(Compiled.faults("break"))
          .containsExactly("1:1 break can only be used inside a loop");
      assertThat(Compiled.faults("loop {", "  f := func() { continue }", "}"))
          .containsExactly("2:17 continue can only be used inside a loop");
    }
  }

  @Nested
  class Handlers {
    @Test
    void aTryCoversItsBodyOnly() {
      Prototype function = body("print(1)", "try {", "p()", "} except e {", "q(e)", "}");

      assertThat(function.handlers).hasSize(1);
      Prototype.Handler handler = function.handlers[0];
      List<Op> covered = Compiled.ops(function).subList(handler.from(), handler.to());
      assertThat(covered).contains(Op.CALL).doesNotContain(Op.CALL_NATIVE);
      assertThat(handler.target()).isGreaterThanOrEqualTo(handler.to());
    }

    @Test
    void innerHandlersComeFirst() {
      Prototype function = body("try {", "try { p() } except e { q() }", "} except e { print(e) }");

      assertThat(function.handlers).hasSize(2);
      Prototype.Handler inner = function.handlers[0];
      Prototype.Handler outer = function.handlers[1];
      assertThat(inner.from()).isGreaterThanOrEqualTo(outer.from());
      assertThat(inner.target()).isBetween(outer.from(), outer.to());
    }

    @Test
    void anEmptyTryNeedsNone() {
      assertThat(body("try {} except e { print(e) }").handlers).isEmpty();
    }

    @Test
    void theErrorHasARegisterThatTheBodyDoesNotUse() {
      Prototype function = body("mut x := 1", "try { mut y := p } except e { return e }");

      Prototype.Handler handler = function.handlers[0];
      assertThat(handler.errorRegister()).isGreaterThan(2);
    }
  }

  @Nested
  class CompileErrors {
    @Test
    void yieldBelongsIntoGenerators() {
      assertThat(Compiled.faults("func f() { yield 1 }"))
          .containsExactly("1:12 Yield can only be used inside generator functions");
    }

    @Test
    void generatorMethodsAreNotSupported() {
      assertThat(Compiled.faults("struct S { func* m(self) { yield 1 } }"))
          .hasSize(1)
          .first()
          .asString()
          .endsWith("Generator methods are not supported for structs: S.m");
    }

    @Test
    void severalAreReportedTogether() {
      assertThat(Compiled.faults("throw()", "func f(a, a) {}")).hasSize(2);
    }
  }
}
