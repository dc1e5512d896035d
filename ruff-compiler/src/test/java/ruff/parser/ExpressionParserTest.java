package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
  /** The right column is fully parenthesised; both must have the same shape without groups. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a + b * c; a + (b * c)",
        "a - b - c; (a - b) - c",
        "a / b * c % d; ((a / b) * c) % d",
        "-2 * 3; (-2) * 3",
        "-f(x); -(f(x))",
        "-a.b[0]?; -(((a.b)[0])?)",
        "!-a; !(-a)",
        "!a == b; (!a) == b",
        "await p + 1; (await p) + 1",
        "await f(x).y; await ((f(x)).y)",
        "-await p; -(await p)",
        "a < b < c; (a < b) < c",
        "a < b == c > d; (a < b) == (c > d)",
        "a == b != c; (a == b) != c",
        "a || b && c; a || (b && c)",
        "a && b == c; a && (b == c)",
        "a ?? b || c; a ?? (b || c)",
        "null ?? 1 + 2; null ?? (1 + 2)",
        "a ?? b ?? c; (a ?? b) ?? c",
        "1 + 2 |> f; (1 + 2) |> f",
        "a |> f ?? g; a |> (f ?? g)",
        "a |> f(x) |> g; (a |> f(x)) |> g",
        "a + b * c - d / e < f && g; (((a + (b * c)) - (d / e)) < f) && g",
        "E::A == x; (E::A) == x",
        "yield a + b; yield (a + b)",
        "a + yield b + c; a + (yield (b + c))",
      })
  void bindsAsTheTableOfPrecedenceSays(String source, String parenthesised) {
    assertThat(withoutGroups(Parsed.expression(source)))
        .isEqualTo(withoutGroups(Parsed.expression(parenthesised)));
  }

  private static String withoutGroups(String shape) {
    StringBuilder plain = new StringBuilder();
    int open = 0;
    java.util.Deque<Integer> groups = new java.util.ArrayDeque<>();
    for (int i = 0; i < shape.length(); i++) {
      if (shape.startsWith("Group(", i)) {
        groups.push(open++);
        i += "Group".length();
      } else if (shape.charAt(i) == ')' && !groups.isEmpty() && groups.peek() == open - 1) {
        groups.pop();
        open--;
      } else {
        open += shape.charAt(i) == '(' ? 1 : shape.charAt(i) == ')' ? -1 : 0;
        plain.append(shape.charAt(i));
      }
    }
    return plain.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "42; IntLiteral(42)",
        "2.50; FloatLiteral(2.5)",
        "\"a\"; StringLiteral(\"a\")",
        "true; BoolLiteral(true)",
        "null; NullLiteral",
        "self; Name(\"self\")",
        "not; Name(\"not\")",
        "(a); Group(Name(\"a\"))",
        "[]; ArrayLiteral([])",
        "[a, ...b,]; ArrayLiteral([Name(\"a\"), Spread(Name(\"b\"))])",
        "{}; DictLiteral([])",
        "{k: 1, ...d,}; DictLiteral([DictEntry(Name(\"k\"), IntLiteral(1)), DictEntry(-,"
            + " Name(\"d\"))])",
        "P {}; StructLiteral(Identifier(\"P\"), [])",
        "P { x: 1, }; StructLiteral(Identifier(\"P\"), [FieldInit(Identifier(\"x\"),"
            + " IntLiteral(1))])",
        "f(); Call(Name(\"f\"), [])",
        "f(a, b,); Call(Name(\"f\"), [Name(\"a\"), Name(\"b\")])",
        "a.b; Field(Name(\"a\"), Identifier(\"b\"), false)",
        "a?.b; Field(Name(\"a\"), Identifier(\"b\"), true)",
        "a.from; Field(Name(\"a\"), Identifier(\"from\"), false)",
        "a?.default; Field(Name(\"a\"), Identifier(\"default\"), true)",
        "a.Ok; Field(Name(\"a\"), Identifier(\"Ok\"), false)",
        "a[0]; Index(Name(\"a\"), IntLiteral(0))",
        "a?; Propagate(Name(\"a\"))",
        "Ok(1); Wrap(OK, false, [IntLiteral(1)])",
        "Err(1); Wrap(ERR, false, [IntLiteral(1)])",
        "Some(1); Wrap(SOME, false, [IntLiteral(1)])",
        "None; Wrap(NONE, false, [])",
        "Result::Ok(1); Wrap(OK, true, [IntLiteral(1)])",
        "Option::None; Wrap(NONE, true, [])",
        "Option::Some(1, 2); Wrap(SOME, true, [IntLiteral(1), IntLiteral(2)])",
        "Result::Some(1); EnumValue(Identifier(\"Result\"), Identifier(\"Some\"), [IntLiteral(1)])",
        "E::A; EnumValue(Identifier(\"E\"), Identifier(\"A\"), [])",
        "E::A(1, 2); EnumValue(Identifier(\"E\"), Identifier(\"A\"), [IntLiteral(1),"
            + " IntLiteral(2)])",
        "E::A.x; Field(EnumValue(Identifier(\"E\"), Identifier(\"A\"), []), Identifier(\"x\"),"
            + " false)",
        "throw(a); Throw([Name(\"a\")])",
        "throw(); Throw([])",
        "yield; Yield(-)",
        "yield a; Yield(Name(\"a\"))",
      })
  void readsEveryForm(String source, String shape) {
    assertThat(Parsed.expression(source)).isEqualTo(shape);
  }

  @Test
  void readsFunctionValues() {
    assertThat(Parsed.expression("func () {}"))
        .isEqualTo("Function(FunctionNode(-, false, false, [], -, Block([])))");
    assertThat(Parsed.expression("async func* (self, a: int,) -> T? { 1 }"))
        .isEqualTo(
            "Function(FunctionNode(-, true, true,"
                + " [Parameter(Identifier(\"self\"), -),"
                + " Parameter(Identifier(\"a\"), Named(\"int\", []))],"
                + " Optional(Named(\"T\", [])),"
                + " Block([ExpressionStatement(IntLiteral(1))])))");
  }

  @Test
  void callsAFunctionValueAtOnce() {
    assertThat(Parsed.expression("func (x) {}(1)")).startsWith("Call(Function(");
  }

  @Test
  void readsInterpolatedStrings() {
    assertThat(Parsed.expression("\"a${b}\""))
        .isEqualTo("Interpolation([StringLiteral(\"a\"), Name(\"b\")])");
    assertThat(Parsed.expression("\"${a}${b} c\""))
        .isEqualTo("Interpolation([Name(\"a\"), Name(\"b\"), StringLiteral(\" c\")])");
    assertThat(Parsed.expression("\"${ {k: \"${1}\"} }\""))
        .isEqualTo(
            "Interpolation([DictLiteral([DictEntry(Name(\"k\"),"
                + " Interpolation([IntLiteral(1)]))])])");
    assertThat(Parsed.expression("\"${\n 1 +\n 2\n}\""))
        .isEqualTo("Interpolation([Binary(ADD, IntLiteral(1), IntLiteral(2))])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P { x: 1 }.x", "[P {}, P { x: a && b }]", "{k: a ?? b, m: c |> d}"})
  void takesFullExpressionsInLiteralsAndPostfixesBehindThem(String source) {
    assertThat(Parsed.of(source).faults()).isEmpty();
  }
}
