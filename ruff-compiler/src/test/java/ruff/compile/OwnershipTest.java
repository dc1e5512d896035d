package ruff.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;

class OwnershipTest {
  private static Prototype body(String... lines) {
    return Compiled.of("func f(p, q) {", String.join("\n", lines), "}").function("f");
  }

  private static long marks(Prototype function) {
    return Compiled.count(function, Op.SHARE) + Compiled.count(function, Op.MOVE_SHARED);
  }

  /** What the calls of a body are lent. */
  private static List<Long> lent(String line) {
    Prototype function = body(line);
    List<Long> lent = new ArrayList<>();
    Compiled.sites(function, Site.Call.class).forEach(site -> lent.add(site.lent));
    Compiled.sites(function, Site.Method.class).forEach(site -> lent.add(site.lent));
    return lent;
  }

  private static Site.Call call(Prototype function) {
    return Compiled.site(function, Site.Call.class);
  }

  @Nested
  class Marks {
    @Test
    void aValueThatIsMadeHereIsMovedIntoItsVariable() {
      assertThat(marks(body("mut x := [1, 2]", "x[0] := 3", "return x"))).isZero();
    }

    @Test
    void aSecondVariableMarksTheValue() {
      assertThat(Compiled.ops(body("mut x := p"))).startsWith(Op.MOVE_SHARED);
    }

    @Test
    void anElementThatIsStoredIsMarked() {
      assertThat(Compiled.ops(body("mut x := p[0]"))).startsWith(Op.GET_INDEX, Op.SHARE);
    }

    @Test
    void whatIsOnlyLookedAtIsNotMarked() {
      assertThat(marks(body("mut n := len(p) + p[0] + p.x", "if p == q { n := 1 }", "print(n)")))
          .isZero();
    }

    @Test
    void aLiteralMarksTheVariablesItTakesIn() {
      assertThat(marks(body("mut x := [p, q, 1]", "mut y := {\"a\": p}", "mut z := Some(q)")))
          .isEqualTo(4);
    }

    @Test
    void partsOfAValueThatEndsAreTakenOut() {
      assertThat(Compiled.ops(body("let [a, {b}] := q()")))
          .contains(Op.TAKE_ELEMENT, Op.TAKE_ENTRY);
      assertThat(Compiled.ops(body("{a} := q()"))).contains(Op.TAKE_ENTRY);
      assertThat(
              Compiled.ops(body("let [a, {b}] := p", "{c} := p[0]", "for [d] in q() { d := 1 }")))
          .doesNotContain(Op.TAKE_ELEMENT, Op.TAKE_ENTRY);
    }

    @Test
    void aPartOfWhatANativeGivesReplacesItsArgument() {
      assertThat(Compiled.ops(body("p := push(p, 1)[0]"))).contains(Op.TAKE_ELEMENT);
      assertThat(body("p := push(p, 1)[0]").consumed).isEqualTo(1);
      assertThat(
              Compiled.ops(
                  body(
                      "p := push(q, 1)[0]",
                      "p := push(p, 1)[2]",
                      "p := push(p, p)[0]",
                      "p := g(p)[0]",
                      "try { p := push(p, 1)[0] } except e { print(p) }")))
          .doesNotContain(Op.TAKE_ELEMENT);
    }

    @Test
    void aSpreadLeavesItsSourceAlone() {
      assertThat(marks(body("mut x := [...p, 1]"))).isZero();
    }

    @Test
    void aParameterThatIsNotConsumedIsMarkedWhenReturned() {
      assertThat(marks(body("return p"))).isEqualTo(1);
    }

    @Test
    void aParameterThatTheCallerHasMarkedCanBeReturnedAsItIs() {
      assertThat(marks(body("p[0] := 1", "return p"))).isZero();
    }

    @Test
    void aCapturedVariableIsMarkedWhenReturned() {
      assertThat(marks(body("mut x := [1]", "q(func() { return x })", "return x"))).isPositive();
    }

    @Test
    void aGlobalThatWaitsWhileCodeRunsIsMarkedAtOnce() {
      Compiled program =
          Compiled.of("x := [1]", "func g() { x := 2  return 1 }", "print(x[0] + g(), x)");

      List<Op> ops = program.ops();
      int read = ops.indexOf(Op.GET_INDEX);
      assertThat(ops.get(read + 1)).isEqualTo(Op.SHARE);
    }

    @Test
    void aVariableThatNobodyElseAssignsNeedNotBe() {
      Compiled program = Compiled.of("x := [1]", "func g() { return x }", "print(x[0] + g())");

      List<Op> ops = program.ops();
      int read = ops.indexOf(Op.GET_INDEX);
      assertThat(ops.get(read + 1)).isNotEqualTo(Op.SHARE);
    }
  }

  @Nested
  class ConsumedParameters {
    @Test
    void eachHasItsBit() {
      assertThat(body("return p[0]").consumed).isZero();
      assertThat(body("p[0] := 1").consumed).isEqualTo(1);
      assertThat(body("q.x := 1").consumed).isEqualTo(2);
      assertThat(body("p := push(p, 1)").consumed).isEqualTo(1);
      assertThat(body("p := g(p)").consumed).isEqualTo(1);
      assertThat(body("[p, x] := pop(p)").consumed).isEqualTo(1);
      assertThat(body("[x, [y, q]] := q.g(1)").consumed).isEqualTo(2);
    }

    @Test
    void aParameterInACellIsConsumed() {
      assertThat(body("return func() { p := 1 }").consumed).isEqualTo(1);
    }

    @Test
    void functionsWhoseFramesOutliveTheCallConsumeAll() {
      assertThat(Compiled.of("func* f(p) { yield 1 }").function("f").consumed).isEqualTo(-1);
      assertThat(Compiled.of("async func f(p) { return 1 }").function("f").consumed).isEqualTo(-1);
    }

    @Test
    void parametersFromTheSixtyFourthOnShareABit() {
      StringBuilder parameters = new StringBuilder("p0");
      for (int i = 1; i < 70; i++) {
        parameters.append(", p").append(i);
      }
      Prototype function = Compiled.of("func f(" + parameters + ") { p69[0] := 1 }").function("f");

      assertThat(function.consumed).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void theReceiverCountsAsTheFirst() {
      Compiled program =
          Compiled.of("struct S {", "func m(self) { self.x := 1 }", "func n(y) { y.x := 1 }", "}");

      assertThat(program.function("S.m").consumed).isEqualTo(1);
      assertThat(program.function("S.n").consumed).isEqualTo(2);
    }
  }

  @Nested
  class Arguments {
    @Test
    void aVariableIsLentAndANewValueIsNot() {
      assertThat(call(body("q(p, [1], p[0], len(p), q.x)")).lent).isEqualTo(0b10101);
    }

    @Test
    void aVariableThatTheCallOverwritesIsGivenAway() {
      assertThat(call(body("mut x := 1", "x := q(x, 2)")).lent).isZero();
      assertThat(call(body("p := q(p)")).lent).isZero();
    }

    @Test
    void insideTryItIsNotForTheHandlerSeesItAgain() {
      assertThat(call(body("try { p := q(p) } except e { print(p) }")).lent).isEqualTo(1);
    }

    @Test
    void whereItIsNamedTwiceItIsNot() {
      assertThat(call(body("p := q(p, p)")).lent).isEqualTo(0b11);
      assertThat(call(body("p := q(p, (p))")).lent).isEqualTo(0b11);
    }

    @Test
    void argumentsThatAreComputedDoNotHinder() {
      assertThat(call(body("mut x := 1", "p := q(p, x + 1, len(p))")).lent).isZero();
      assertThat(call(body("p := q(p, [p])")).lent).as("the array marks it").isZero();
    }

    @Test
    void partsOfWhatIsGivenAwayAreMarked() {
      Prototype function = body("p := q(p, p[0])");

      assertThat(call(function).lent).isEqualTo(0b10);
      assertThat(Compiled.ops(function)).contains(Op.SHARE);
    }

    @Test
    void aCallWithinACallGetsIt() {
      assertThat(lent("p := q(q(p, 1), 2)")).containsOnly(0L);
      assertThat(lent("p := p.m(1).n(2)")).containsOnly(0L);
      assertThat(lent("p := q(q(p, 1), len(p))")).as("it is read later").contains(1L);
    }

    @Test
    void aReturnGivesWhatTheFrameAloneHolds() {
      assertThat(call(body("p[0] := 1", "return q(p, p[1] + 1)")).lent).isZero();
      assertThat(call(body("return q(p)")).lent).as("the caller holds it").isEqualTo(1);
      assertThat(call(body("p[0] := 1", "try { return q(p) } except e { }")).lent).isEqualTo(1);
    }

    @Test
    void aCellOrGlobalIsNotGivenToAFunction() {
      Prototype main = Compiled.of("x := [1]", "func g(a) { x := 2 return a }", "x := g(x)").main();

      assertThat(call(main).lent).isEqualTo(1);
    }

    @Test
    void whatOtherCodeCanChangeIsExposed() {
      Prototype main =
          Compiled.of("x := [1]", "y := [2]", "func g(a, b) { x := 2 }", "g(x, y)").main();

      assertThat(call(main).exposed).isEqualTo(1);
    }

    @Test
    void aReceiverIsTheFirstArgument() {
      Site.Method site = Compiled.site(body("q.m([1], p)"), Site.Method.class);

      assertThat(site.lent).isEqualTo(0b101);
      assertThat(site.argumentCount).isEqualTo(2);
    }

    @Test
    void aMethodsReceiverThatTheCallOverwritesIsGivenAway() {
      assertThat(Compiled.site(body("p := p.m(1)"), Site.Method.class).lent).isZero();
    }
  }

  @Nested
  class Natives {
    private static Site.NativeCall nativeCall(String... lines) {
      return Compiled.site(body(lines), Site.NativeCall.class);
    }

    @Test
    void oneThatOnlyLooksGetsNothingMarked() {
      assertThat(nativeCall("return sum(p)").lent).isZero();
    }

    @Test
    void oneThatKeepsGetsItsArgumentsMarked() {
      assertThat(nativeCall("print(p, 1, q)").lent).isEqualTo(0b101);
    }

    @Test
    void theArgumentThatIsReplacedIsGivenAway() {
      assertThat(nativeCall("p := push(p, q)").lent).isEqualTo(0b10);
      assertThat(nativeCall("return push(p, q)").lent).isEqualTo(0b10);
    }

    @Test
    void aNativeChecksBeforeItChangesSoTryDoesNotMatter() {
      assertThat(nativeCall("try { p := push(p, 1) } except e {}").lent).isZero();
    }

    @Test
    void butReturningFromTryDoes() {
      assertThat(nativeCall("try { return push(p, 1) } except e {}").lent).isEqualTo(1);
    }

    @Test
    void anArrayThatIsPutIntoItselfIsNot() {
      assertThat(nativeCall("p := push(p, p)").lent).isEqualTo(0b11);
      assertThat(nativeCall("return push(p, p)").lent).isEqualTo(0b11);
    }

    @Test
    void anotherVariableIsNot() {
      assertThat(nativeCall("q := push(p, 1)").lent).isEqualTo(1);
    }

    @Test
    void theEndOfAPathIsOwnedWhereItIs() {
      Prototype function = body("p.a.b := push(p.a.b, 1)");

      assertThat(Compiled.ops(function))
          .containsSubsequence(Op.OWN, Op.OWN_FIELD, Op.OWN_FIELD, Op.CALL_NATIVE, Op.SET_FIELD);
      assertThat(Compiled.site(function, Site.NativeCall.class).lent).isZero();
    }

    @Test
    void aNameOfTheProgramIsNoNative() {
      Prototype main = Compiled.of("func push(a, b) { return a }", "print(1)", "push(1, 2)").main();

      assertThat(Compiled.count(main, Op.CALL)).isEqualTo(1);
    }
  }

  @Nested
  class Paths {
    @Test
    void aShortOneOwnsItsVariableAsItWrites() {
      assertThat(Compiled.ops(body("p[0] := 1"))).startsWith(Op.SET_INDEX);
      assertThat(Compiled.ops(body("p.x := 1"))).startsWith(Op.SET_FIELD);
    }

    @Test
    void aLongOneOwnsEveryContainerOnTheWay() {
      assertThat(Compiled.ops(body("p[0].x[1] := 1")))
          .startsWith(Op.OWN, Op.OWN_INDEX, Op.OWN_FIELD, Op.SET_INDEX);
    }

    @Test
    void aVariableElsewhereGetsTheOwnedValueBack() {
      Prototype main = Compiled.of("x := [1]", "func g() { return x }", "x[0] := 2").main();

      assertThat(Compiled.ops(main))
          .containsSubsequence(Op.LOAD_GLOBAL_RAW, Op.OWN, Op.STORE_GLOBAL, Op.SET_INDEX);
    }

    @Test
    void aValueThatIsAVariableNeverSharesARegisterWithTheRoot() {
      assertThat(Compiled.ops(body("p[0].x := p")))
          .startsWith(Op.MOVE_SHARED, Op.OWN, Op.OWN_INDEX, Op.SET_FIELD);
    }
  }
}
