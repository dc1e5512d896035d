package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "let a := 1; Declare(LET, Name(\"a\"), -, IntLiteral(1))",
        "mut a = 1; Declare(MUT, Name(\"a\"), -, IntLiteral(1))",
        "const A: int = 1; Declare(CONST, Name(\"A\"), Named(\"int\", []), IntLiteral(1))",
        "let _ := 1; Declare(LET, Discard, -, IntLiteral(1))",
        "let [a, [b, _], ...c] := d; Declare(LET, Array([Name(\"a\"), Array([Name(\"b\"), Discard],"
            + " -)], Name(\"c\")), -, Name(\"d\"))",
        "let {a, ..._} := d; Declare(LET, Dict([Name(\"a\")], Discard), -, Name(\"d\"))",
        "[a, b,] = c; Destructure(Array([Name(\"a\"), Name(\"b\")], -), Name(\"c\"))",
        "{a} := c; Destructure(Dict([Name(\"a\")], -), Name(\"c\"))",
        "a := 1; Assign(Name(\"a\"), -, IntLiteral(1))",
        "a = 1; Assign(Name(\"a\"), -, IntLiteral(1))",
        "a += 1; Assign(Name(\"a\"), ADD, IntLiteral(1))",
        "a -= 1; Assign(Name(\"a\"), SUBTRACT, IntLiteral(1))",
        "a *= 1; Assign(Name(\"a\"), MULTIPLY, IntLiteral(1))",
        "a /= 1; Assign(Name(\"a\"), DIVIDE, IntLiteral(1))",
        "a %= 1; Assign(Name(\"a\"), MODULO, IntLiteral(1))",
        "self := 1; Assign(Name(\"self\"), -, IntLiteral(1))",
        "self.x[0].in := 1; Assign(Field(Index(Field(Name(\"self\"), Identifier(\"x\"), false),"
            + " IntLiteral(0)), Identifier(\"in\"), false), -, IntLiteral(1))",
        "f(1).x := 2; Assign(Field(Call(Name(\"f\"), [IntLiteral(1)]), Identifier(\"x\"), false),"
            + " -, IntLiteral(2))",
        "return; Return(-)",
        "break; Break",
        "continue; Continue",
        "import a; Import(Identifier(\"a\"))",
        "from a.b import c, d; FromImport([Identifier(\"a\"), Identifier(\"b\")],"
            + " [Identifier(\"c\"), Identifier(\"d\")])",
        "export a; Export(ExpressionStatement(Name(\"a\")))",
        "export a := 1; Export(Assign(Name(\"a\"), -, IntLiteral(1)))",
        "enum E { A, B, }; EnumDeclaration(Identifier(\"E\"), [Identifier(\"A\"),"
            + " Identifier(\"B\")])",
        "enum E {}; EnumDeclaration(Identifier(\"E\"), [])",
        "while a {}; While(Name(\"a\"), Block([]))",
        "loop {}; Loop(-, Block([]))",
        "loop while a {}; Loop(Name(\"a\"), Block([]))",
        "for a in b {}; For(Name(\"a\"), Name(\"b\"), Block([]))",
        "for [a, _] in b {}; For(Array([Name(\"a\"), Discard], -), Name(\"b\"), Block([]))",
        "for {a} in b {}; For(Dict([Name(\"a\")], -), Name(\"b\"), Block([]))",
        "try {} except e {}; Try(Block([]), Identifier(\"e\"), Block([]))",
        "spawn {}; Spawn(Block([]))",
        "test \"a\" {}; Test(TEST, \"a\", Block([]))",
        "test_group \"a\" {}; Test(GROUP, \"a\", Block([]))",
        "test_setup {}; Test(SETUP, -, Block([]))",
        "test_teardown {}; Test(TEARDOWN, -, Block([]))",
      })
  void readsEveryForm(String source, String shape) {
    assertThat(Parsed.statements(source)).containsExactly(shape);
  }

  @Test
  void readsAllBranchesOfAnIfAtOneLevel() {
    assertThat(Parsed.statements("if a {} else if b {} else {}"))
        .containsExactly(
            "If([Branch(Name(\"a\"), Block([])), Branch(Name(\"b\"), Block([]))], Block([]))");
  }

  @Test
  void readsFunctionDeclarations() {
    assertThat(Parsed.statements("async func* f(a: Result<int, E[]>?, self) -> bool { }"))
        .containsExactly(
            "FunctionDeclaration(FunctionNode(Identifier(\"f\"), true, true,"
                + " [Parameter(Identifier(\"a\"), Optional(Named(\"Result\","
                + " [Named(\"int\", []), ArrayOf(Named(\"E\", []))]))),"
                + " Parameter(Identifier(\"self\"), -)],"
                + " Named(\"bool\", []), Block([])))");
  }

  @ParameterizedTest
  @ValueSource(strings = {"func (x) {}", "func* (x) {}", "async func (x) {}", "async func* () {}"})
  void takesANamelessFunctionForAnExpression(String source) {
    assertThat(Parsed.statements(source).getFirst()).startsWith("ExpressionStatement(Function(");
  }

  @Test
  void readsStructs() {
    String source =
        """
        struct P {
          x: int, y
          z: float = 1.5
          w := a
          func m(self) {}
          async func n() {}
        }
        """;

    assertThat(Parsed.statements(source))
        .containsExactly(
            "StructDeclaration(Identifier(\"P\"),"
                + " [FieldDeclaration(Identifier(\"x\"), Named(\"int\", []), -),"
                + " FieldDeclaration(Identifier(\"y\"), -, -),"
                + " FieldDeclaration(Identifier(\"z\"), Named(\"float\", []), FloatLiteral(1.5)),"
                + " FieldDeclaration(Identifier(\"w\"), -, Name(\"a\"))],"
                + " [FunctionNode(Identifier(\"m\"), false, false,"
                + " [Parameter(Identifier(\"self\"), -)], -, Block([])),"
                + " FunctionNode(Identifier(\"n\"), true, false, [], -, Block([]))])");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "_; Wildcard",
        "a; Tag(-, Identifier(\"a\"), [])",
        "None; Tag(-, Identifier(\"None\"), [])",
        "Ok(v); Tag(-, Identifier(\"Ok\"), [Identifier(\"v\")])",
        "E::A(v, _); Tag(Identifier(\"E\"), Identifier(\"A\"), [Identifier(\"v\"),"
            + " Identifier(\"_\")])",
        "5; Literal(IntLiteral(5))",
        "-1.5; Literal(Unary(NEGATE, FloatLiteral(1.5)))",
        "\"a\"; Literal(StringLiteral(\"a\"))",
        "true; Literal(BoolLiteral(true))",
        "null; Literal(NullLiteral)",
      })
  void readsCasePatterns(String pattern, String shape) {
    assertThat(Parsed.statements("match x { case " + pattern + " {} }"))
        .containsExactly("Match(Name(\"x\"), [Case(" + shape + ", -, Block([]))], -)");
    assertThat(Parsed.statements("match x { case " + pattern + " if g: {} default: {} }"))
        .containsExactly(
            "Match(Name(\"x\"), [Case(" + shape + ", Name(\"g\"), Block([]))], Block([]))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A<int>= 1; Named(\"A\", [Named(\"int\", [])])",
        "A<B<int>>= 1; Named(\"A\", [Named(\"B\", [Named(\"int\", [])])])",
        "int?? := 1; Optional(Optional(Named(\"int\", [])))",
        "int?[]?= 1; Optional(ArrayOf(Optional(Named(\"int\", []))))",
      })
  void readsTypesWhoseSignsTheLexerJoined(String typeAndValue, String shape) {
    assertThat(Parsed.statements("let a: " + typeAndValue))
        .containsExactly("Declare(LET, Name(\"a\"), " + shape + ", IntLiteral(1))");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", ";;;", "# only a comment", "\uFEFF# mark\n"})
  void readsNothingFromNothing(String source) {
    assertThat(Parsed.statements(source)).isEmpty();
  }
}
