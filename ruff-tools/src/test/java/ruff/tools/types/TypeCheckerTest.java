package ruff.tools.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ruff.parser.ParseResult;
import ruff.parser.Parser;
import ruff.resolve.Predefined;
import ruff.source.SourceText;

class TypeCheckerTest {
  private static final Map<String, String> NATIVES =
      Map.of("len", "int", "to_string", "string", "print", "null", "pop", "array [rest, item]");

  private static final Predefined PREDEFINED =
      new Predefined() {
        @Override
        public Object value(String name) {
          return NATIVES.get(name);
        }

        @Override
        public Iterable<String> names() {
          return NATIVES.keySet();
        }

        @Override
        public boolean consumes(String name, int argument) {
          return false;
        }
      };

  private static List<Finding> check(String... lines) {
    ParseResult parsed = Parser.parse(new SourceText("t.ruff", String.join("\n", lines)));
    assertThat(parsed.diagnostics()).isEmpty();
    return TypeChecker.check(parsed.program(), PREDEFINED, name -> NATIVES.getOrDefault(name, ""));
  }

  private static List<String> messages(String... lines) {
    return check(lines).stream().map(Finding::message).toList();
  }

  @Nested
  class Variables {
    @Test
    void mustGetWhatTheirAnnotationSays() {
      assertThat(messages("let n: int := \"5\"", "mut s: string = 1", "const K: bool := 1.5"))
          .containsExactly(
              "Type mismatch: variable 'n' declared as Int but assigned String",
              "Type mismatch: variable 's' declared as String but assigned Int",
              "Type mismatch: constant 'K' declared as Bool but assigned Float");
    }

    @Test
    void keepTheirAnnotation() {
      assertThat(messages("mut n: int := 1", "n := \"a\"", "if true { n := 2.5 }", "n := 3"))
          .containsExactly(
              "Type mismatch: cannot assign String to variable 'n' of type Int",
              "Type mismatch: cannot assign Float to variable 'n' of type Int");
    }

    @Test
    void mayHoldAnythingWithoutAnnotation() {
      assertThat(messages("x := 1", "x := \"a\"", "y := x + 1", "mut xs := [1]", "xs[0] := \"a\""))
          .isEmpty();
    }

    @Test
    void thatNothingAssignsAreKnownByTheirValue() {
      assertThat(messages("let a := \"x\"", "b := 1", "print(a - b)"))
          .containsExactly("Binary operation '-' with incompatible types: String and Int");
    }

    @Test
    void ofAnInnerBlockAreOthers() {
      assertThat(messages("let a := 1", "if true { let a := \"x\"  let s: string := a }"))
          .isEmpty();
    }

    @Test
    void takeNullAndIntsForFloats() {
      assertThat(messages("let f: float := 1", "let n: int := null", "let o: int? := 1")).isEmpty();
    }

    @Test
    void findingsHaveThePlaceOfTheValue() {
      assertThat(check("", "let n: int := \"5\"").getFirst().position())
          .hasToString("Position[line=2, column=15]");
    }
  }

  @Nested
  class Types {
    @Test
    void haveParts() {
      assertThat(
              messages(
                  "let a: int[] := [\"x\"]",
                  "let b: dict<string, int> := {\"k\": true}",
                  "let c: Result<int, string> := Ok(\"x\")",
                  "let d: Option<int> := Some(1)",
                  "let e: int[] := []",
                  "let f: Result<int, string> := Err(\"x\")"))
          .containsExactly(
              "Type mismatch: variable 'a' declared as Array(Int) but assigned Array(String)",
              "Type mismatch: variable 'b' declared as Dict { key: String, value: Int }"
                  + " but assigned Dict { key: String, value: Bool }",
              "Type mismatch: variable 'c' declared as Result(Int, String)"
                  + " but assigned Result(String, Any)");
    }

    @Test
    void thatNobodyKnowsSayNothing() {
      assertThat(messages("let a: Shape := 1", "let b: any := 2", "func f(x: T) { }", "f(1)"))
          .isEmpty();
    }

    @Test
    void areStructsToo() {
      assertThat(messages("let p: P := P { x: 1 }", "let q: P := 5", "struct P { x }"))
          .containsExactly("Type mismatch: variable 'q' declared as P but assigned Int");
    }
  }

  @Nested
  class Functions {
    @Test
    void mustGetTheirArguments() {
      assertThat(
              messages(
                  "func f(a: int, b) { return a }",
                  "f(1)",
                  "f(\"x\", 2)",
                  "\"y\" |> f(1)",
                  "f(1, 2)"))
          .containsExactly(
              "Function 'f' expects 2-2 arguments but got 1",
              "Function 'f' parameter 1 expects Int but got String",
              "Function 'f' parameter 1 expects Int but got String");
    }

    @Test
    void mustReturnWhatTheySay() {
      assertThat(
              messages(
                  "func f() -> int { if true { return \"s\" } return 1 }",
                  "async func g() -> string { return 1 }",
                  "func* h() -> int { return \"s\" }",
                  "let s: string := f()"))
          .containsExactly(
              "Return type mismatch: expected Int but got String",
              "Return type mismatch: expected String but got Int",
              "Type mismatch: variable 's' declared as String but assigned Int");
    }

    @Test
    void thatAreReplacedMayTakeAnything() {
      assertThat(messages("func f(a) { }", "func f(a, b) { }", "f(1)")).isEmpty();
      assertThat(messages("func f(a) { }", "f := 1", "f(1, 2)")).isEmpty();
    }

    @Test
    void seeVariablesDefinedAfterThem() {
      assertThat(messages("func f() { return limit + \"x\" }", "let limit := 1"))
          .containsExactly("Binary operation '+' with incompatible types: Int and String");
    }

    @Test
    void mustExistWhenTheyAreCalled() {
      List<Finding> findings = check("func total() { }", "print(totl(), lenn([]), from_m())");

      assertThat(findings).extracting(Finding::kind).containsOnly(Finding.Kind.UNDEFINED_FUNCTION);
      assertThat(findings)
          .extracting(Finding::message)
          .containsExactly(
              "Undefined function 'totl'",
              "Undefined function 'lenn'",
              "Undefined function 'from_m'");
      assertThat(findings).extracting(Finding::suggestion).containsExactly("total", "len", null);
    }

    @Test
    void mayComeFromModulesAndMachine() {
      assertThat(
              messages("import m", "from n import made", "made()", "perhaps()", "print(len([]))"))
          .isEmpty();
    }

    @Test
    void ofTheMachineAnswerKnownTypes() {
      assertThat(
              messages("let n: int := to_string(1)", "let m: int := len(\"\")", "[a] := pop([])"))
          .containsExactly("Type mismatch: variable 'n' declared as Int but assigned String");
    }
  }

  @Nested
  class Operators {
    @Test
    void needOperandsThatGoTogether() {
      assertThat(
              messages(
                  "print(1 + \"a\", 1 < \"a\", [1] + [2], 1 == \"a\", 1 + 2.5, \"a\" + \"b\")",
                  "print(\"a\" < \"b\", 1 && \"a\", null ?? 1)"))
          .containsExactly(
              "Binary operation '+' with incompatible types: Int and String",
              "Comparison '<' between incompatible types: Int and String",
              "Binary operation '+' with incompatible types: Array(Int) and Array(Int)");
    }

    @Test
    void ofStructsMayMeanAnything() {
      assertThat(messages("struct P { x func op_add(self, o) { } }", "print(P { x: 1 } + \"a\")"))
          .isEmpty();
    }

    @Test
    void spreadAndPropagateNeedTheirKinds() {
      assertThat(
              messages(
                  "print([...1], {...[1]})",
                  "func f(r) { return r? }",
                  "func g() { return Ok(1)? + 1 }",
                  "func h() { return 5? }"))
          .containsExactly(
              "Array spread expects Array value, got Int",
              "Dict spread expects Dict value, got Array(Int)",
              "Try operator (?) can only be used on Result values");
    }
  }
}
