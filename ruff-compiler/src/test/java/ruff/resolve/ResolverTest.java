package ruff.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private static List<Binding> meanings(Lookup lookup) {
    return lookup.candidates().stream().map(Lookup.Candidate::binding).toList();
  }

  @Nested
  class PlainAssignment {
    @Test
    void theFirstMakesAVariableOfItsBlock() {
      Lookup first = Resolved.of("x := 1").name("x", 0);

      assertThat(first.candidates()).isEmpty();
      assertThat(first.created().kind()).isEqualTo(Binding.Kind.PLAIN);
      assertThat(first.created().isMaybe()).isFalse();
    }

    @Test
    void theNextMeansTheSame() {
      Resolved program = Resolved.of("x := 1", "x := 2", "print(x)");

      Binding made = program.name("x", 0).created();
      assertThat(program.name("x", 1).single()).isSameAs(made);
      assertThat(program.name("x", 2).single()).isSameAs(made);
    }

    @Test
    void itMeansTheVariableOfABlockAround() {
      Resolved program = Resolved.of("x := 1", "if true {", "  x := 2", "}");

      assertThat(program.name("x", 1).single()).isSameAs(program.name("x", 0).created());
    }

    @Test
    void whatABlockMakesIsGoneBehindIt() {
      Resolved program = Resolved.of("if true {", "  x := 1", "}", "print(x)");

      assertThat(program.name("x", 1).candidates()).isEmpty();
    }

    @Test
    void inAFunctionItMayMeanAGlobalThatExistsByThen() {
      Lookup target = Resolved.of("func f() {", "  x := 1", "}", "x := 2").name("x", 0);

      assertThat(target.candidates()).hasSize(1);
      assertThat(target.candidates().getFirst().maybe()).isTrue();
      assertThat(target.created().isMaybe()).isTrue();
      assertThat(target.isDefinite()).isFalse();
    }

    @Test
    void aNameThatNoTopLevelStatementMakesIsAlwaysLocal() {
      Lookup target = Resolved.of("func f() {", "  x := 1", "}").name("x", 0);

      assertThat(target.candidates()).isEmpty();
      assertThat(target.created().isMaybe()).isFalse();
    }

    @Test
    void nativesDoNotCountAsVisible() {
      Lookup target = Resolved.of("func f() {", "  len := 1", "}").name("len", 0);

      assertThat(target.created()).isNotNull();
    }

    @Test
    void aCompoundAssignmentMakesNothing() {
      Lookup target = Resolved.of("x += 1").name("x", 0);

      assertThat(target.candidates()).isEmpty();
      assertThat(target.created()).isNull();
    }

    @Test
    void theValueIsResolvedBeforeTheTarget() {
      Resolved program = Resolved.of("x := x");

      assertThat(program.name("x", 1).candidates()).isEmpty();
    }

    @Test
    void anUnderscoreIsNeverBound() {
      Resolved program = Resolved.of("_ := 1", "print(_)");

      assertThat(program.name("_", 1).candidates()).isEmpty();
    }
  }

  @Nested
  class Declarations {
    @Test
    void aSecondOneInTheSameBlockIsADuplicate() {
      Resolved program = Resolved.of("let x := 1", "let x := 2");

      assertThat(program.declared("x", 0)).isNotNull();
      assertThat(program.declared("x", 1)).isNull();
    }

    @Test
    void aPlainVariableOfTheSameBlockCountsToo() {
      assertThat(Resolved.of("x := 1", "let x := 2").declared("x", 0)).isNull();
    }

    @Test
    void aParameterCountsInTheFunctionsBody() {
      assertThat(Resolved.of("func f(x) {", "  let x := 1", "}").declared("x", 0)).isNull();
      assertThat(Resolved.of("func f(x) { if x {", "  let x := 1", "} }").declared("x", 0))
          .isNotNull();
    }

    @Test
    void aBlockInsideMayShadow() {
      Resolved program = Resolved.of("let x := 1", "if true {", "  let x := 2", "  print(x)", "}");

      assertThat(program.name("x", 0).single()).isSameAs(program.declared("x", 1));
    }

    @Test
    void theInitialValueStillSeesTheVariableAround() {
      Resolved program = Resolved.of("let x := 1", "if true {", "  let x := x", "}");

      assertThat(program.name("x", 0).single()).isSameAs(program.declared("x", 0));
    }

    @Test
    void aLoopsBodyMayDeclareTheLoopsVariableAgain() {
      Resolved program = Resolved.of("for x in 3 {", "  let x := x", "  print(x)", "}");

      assertThat(program.name("x", 0).single()).isSameAs(program.declared("x", 0));
      assertThat(program.name("x", 1).single()).isSameAs(program.declared("x", 1));
    }

    @Test
    void aRepeatedParameterIsACompileError() {
      assertThat(Resolved.of("func f(a, a) {}").faults())
          .containsExactly("Duplicate declaration in the same scope: a");
      assertThat(Resolved.of("func f(_, _) {}").faults()).isEmpty();
    }
  }

  @Nested
  class Functions {
    @Test
    void aTopLevelFunctionIsKnownAboveItsDefinition() {
      Lookup callee = Resolved.of("f()", "func f() {}").name("f", 0);

      assertThat(callee.single().kind()).isEqualTo(Binding.Kind.FUNCTION);
    }

    @Test
    void ofTwoWithOneNameBothAreTheSameVariable() {
      Resolved program = Resolved.of("func f() {}", "func f() {}", "f()");

      assertThat(program.name("f", 0).single()).isNotNull();
    }

    @Test
    void aNestedFunctionIsKnownFromItsDefinitionOn() {
      Resolved program = Resolved.of("func outer() {", "  g()", "  func g() { g() }", "  g()", "}");

      assertThat(program.name("g", 0).candidates()).isEmpty();
      assertThat(program.name("g", 1).candidates()).hasSize(1);
      assertThat(program.name("g", 2).single()).isNotNull();
    }

    @Test
    void aFunctionSeesGlobalsThatAreMadeLater() {
      Lookup read = Resolved.of("func f() { return x }", "x := 1").name("x", 0);

      assertThat(read.candidates()).hasSize(1);
      assertThat(read.isDefinite()).isFalse();
    }

    @Test
    void aFunctionValueKnowsWhatIsDefinedAboveIt() {
      Lookup read = Resolved.of("x := 1", "f := func() { return x }").name("x", 1);

      assertThat(read.isDefinite()).isTrue();
    }

    @Test
    void aGlobalThatAFunctionUsesGetsASlot() {
      Resolved program = Resolved.of("x := 1", "y := 2", "func f() { return x }");

      assertThat(program.name("x", 0).created().storage()).isEqualTo(Binding.Storage.GLOBAL);
      assertThat(program.name("y", 0).created().storage()).isEqualTo(Binding.Storage.REGISTER);
    }
  }

  @Nested
  class Captures {
    private Binding captured(String... body) {
      return Resolved.of("func outer() {", "  x := 1", String.join("\n", body), "}")
          .name("x", 0)
          .created();
    }

    @Test
    void aVariableThatNeverChangesIsCopied() {
      Binding x = captured("return func() { return x }");

      assertThat(x.isCaptured()).isTrue();
      assertThat(x.needsCell()).isFalse();
    }

    @Test
    void aVariableThatIsAssignedNeedsACell() {
      assertThat(captured("f := func() { return x }", "x := 2").needsCell()).isTrue();
      assertThat(captured("return func() { x := 2 }").needsCell()).isTrue();
      assertThat(captured("return func() { x += 2 }").needsCell()).isTrue();
    }

    @Test
    void aVariableThatIsChangedInPlaceNeedsACell() {
      assertThat(captured("f := func() { return x }", "x[0] := 2").needsCell()).isTrue();
      assertThat(captured("return func() { x.a.b := 2 }").needsCell()).isTrue();
    }

    @Test
    void aVariableThatIsCapturedBeforeItsDefinitionNeedsACell() {
      Binding f =
          Resolved.of("func outer() {", "  f := func() { return f }", "}").name("f", 0).created();

      assertThat(f.needsCell()).isTrue();
    }

    @Test
    void aVariableThatNoFunctionInsideUsesNeedsNone() {
      assertThat(captured("x := 2").isCaptured()).isFalse();
    }

    @Test
    void functionsInBetweenCaptureItToo() {
      Resolved program =
          Resolved.of("func outer(x) {", "  return func() { return func() { return x } }", "}");

      assertThat(program.parameter("x").isCaptured()).isTrue();
    }

    @Test
    void whoAssignsFromInsideIsNoted() {
      assertThat(captured("return func() { x := 2 }").isAssignedElsewhere()).isTrue();
      assertThat(captured("f := func() { return x }", "x := 2").isAssignedElsewhere()).isFalse();
    }
  }

  @Nested
  class ConsumedParameters {
    private static boolean consumed(String body) {
      return Resolved.of("func f(p) {", body, "}").parameter("p").isConsumed();
    }

    @Test
    void oneThatIsOnlyReadIsNotConsumed() {
      assertThat(consumed("return p[0] + len(p)")).isFalse();
      assertThat(consumed("q := p  q[0] := 1")).isFalse();
      assertThat(consumed("p := 1")).isFalse();
    }

    @Test
    void oneThatIsChangedInPlaceIs() {
      assertThat(consumed("p[0] := 1")).isTrue();
      assertThat(consumed("p.a.b += 1")).isTrue();
    }

    @Test
    void oneThatIsGivenAwayIs() {
      assertThat(consumed("p := push(p, 1)")).isTrue();
      assertThat(consumed("return push(p, 1)")).isTrue();
      assertThat(consumed("return len(p)")).isFalse();
    }

    @Test
    void oneThatIsPassedOnAndReplacedIs() {
      assertThat(consumed("p := g(p)")).isTrue();
      assertThat(consumed("p := p.m(1)")).isTrue();
      assertThat(consumed("q := g(p)")).isFalse();
    }
  }

  @Nested
  class Imports {
    @Test
    void anImportMayBringAnyName() {
      Lookup read = Resolved.of("import tools", "print(anything)").name("anything", 0);

      assertThat(read.candidates()).hasSize(1);
      assertThat(read.isDefinite()).isFalse();
      assertThat(meanings(read).getFirst().kind()).isEqualTo(Binding.Kind.PERHAPS_IMPORTED);
    }

    @Test
    void aNameAboveTheImportIsNotOfIt() {
      assertThat(Resolved.of("print(x)", "import tools").name("x", 0).candidates()).isEmpty();
    }

    @Test
    void aListedNameIsSurelyThere() {
      Lookup read = Resolved.of("from tools import x", "print(x)").name("x", 0);

      assertThat(read.single().kind()).isEqualTo(Binding.Kind.IMPORTED);
    }
  }

  @Nested
  class ReceiverFields {
    @Test
    void aMethodWithoutSelfMayMeanAField() {
      Lookup read = Resolved.of("struct S { func m() { return x } }").name("x", 0);

      assertThat(meanings(read).getFirst().kind()).isEqualTo(Binding.Kind.RECEIVER_FIELD);
      assertThat(read.isDefinite()).isFalse();
    }

    @Test
    void aFieldComesBeforeAGlobal() {
      Lookup read = Resolved.of("x := 1", "struct S { func m() { return x } }").name("x", 1);

      assertThat(meanings(read))
          .extracting(Binding::kind)
          .containsExactly(Binding.Kind.RECEIVER_FIELD, Binding.Kind.PLAIN);
    }

    @Test
    void aParameterComesBeforeAField() {
      Lookup read = Resolved.of("struct S { func m(x) { return x } }").name("x", 0);

      assertThat(read.single().kind()).isEqualTo(Binding.Kind.PARAMETER);
    }

    @Test
    void aMethodWithSelfSeesNoFields() {
      assertThat(Resolved.of("struct S { func m(self) { return x } }").name("x", 0).candidates())
          .isEmpty();
    }
  }
}
