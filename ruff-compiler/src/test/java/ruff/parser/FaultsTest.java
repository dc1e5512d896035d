package ruff.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.source.Diagnostic;
import ruff.source.DiagnosticCode;

/** Every message of the parser, with its place, from a text with that one fault. */
class FaultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        ") => 1:1 Expected expression",
        "a + => 1:4 Expected expression",
        "f(, 1) => 1:3 Expected expression",
        "a[] => 1:3 Expected expression",
        "Ok() => 1:4 Expected expression",
        "x := .5 => 1:6 Expected expression",
        "a & b => 1:3 Expected expression",
        "a | b => 1:3 Expected expression",
        "impl A {} => 1:1 Expected expression",
        "x: int := 5 => 1:2 Expected expression",
        "let 5 := 1 => 1:5 Invalid statement",
        "let [a, 5] := 1 => 1:9 Invalid statement",
        "let {a, [b]} := 1 => 1:9 Invalid statement",
        "E::5 => 1:4 Invalid statement",
        "export export a => 1:8 Invalid statement",
        "match a { case + {} } => 1:16 Invalid statement",
        "match a { case A(5) {} } => 1:18 Invalid statement",
        "match a { case -b {} } => 1:17 Invalid statement",
        "f() := 1 => 1:1 Invalid assignment target",
        "1 := 1 => 1:1 Invalid assignment target",
        "a?.b := 1 => 1:1 Invalid assignment target",
        "(a) := 1 => 1:1 Invalid assignment target",
        "a + b += 1 => 1:1 Invalid assignment target",
        "None := 1 => 1:1 Invalid assignment target",
        "null := 1 => 1:1 Invalid assignment target",
        "[a, 5] := 1 => 1:5 Invalid assignment target",
        "a := b := 1 => 1:8 Chained assignment is not supported; split the assignment into"
            + " separate statements",
        "a += b = 1 => 1:8 Chained assignment is not supported; split the assignment into"
            + " separate statements",
        "let a := b := 1 => 1:12 Chained assignment is not supported; split the assignment into"
            + " separate statements",
        "let a 5 => 1:7 Expected assignment operator (':=' or '=') in let declaration but"
            + " found 5",
        "mut a += 5 => 1:7 Expected assignment operator (':=' or '=') in let declaration but"
            + " found '+='",
        "const A 5 => 1:9 Expected assignment operator (':=' or '=') in const declaration but"
            + " found 5",
        "const 5 => 1:7 Expected constant name after 'const'",
        "func 5() {} => 1:6 Expected function name after 'func'",
        "func f {} => 1:8 Expected '(' after function name but found '{'",
        "func f(a b) {} => 1:10 Expected ')' to close function parameter list but found 'b'",
        "x := func f() {} => 1:11 Expected '(' after 'func' in function expression but found 'f'",
        "x := func (5) {} => 1:12 Expected ')' to close function expression parameter list but"
            + " found 5",
        "async 5 => 1:7 Expected 'func' after 'async'",
        "enum 5 {} => 1:6 Expected enum name after 'enum'",
        "enum E [ => 1:8 Expected '{' to start enum body but found '['",
        "enum E { A B } => 1:12 Expected '}' to close enum body but found 'B'",
        "struct 5 {} => 1:8 Expected struct name after 'struct'",
        "struct P => 1:9 Expected '{' to start struct body but found end of file",
        "struct P { 5 } => 1:12 Expected '}' to close struct body but found 5",
        "struct P { func 5() {} } => 1:17 Expected function name after 'func'",
        "for 5 in a {} => 1:5 Expected loop variable name after 'for'",
        "for a of b {} => 1:7 Expected 'in' in for loop but found 'of'",
        "try {} => 1:7 Expected 'except' after try block but found end of file",
        "try {} except {} => 1:15 Expected exception variable after 'except'",
        "throw \"a\" => 1:7 Expected '(' after 'throw'",
        "x := Ok => 1:8 Expected '(' after 'Ok'",
        "x := Err + 1 => 1:10 Expected '(' after 'Err'",
        "x := Some [1] => 1:11 Expected '(' after 'Some'",
        "Ok(1, 2) => 1:5 Expected ')' to close Ok(...) but found ','",
        "Err(1 => 1:6 Expected ')' to close Err(...) but found end of file",
        "Some(1 2) => 1:8 Expected ')' to close Some(...) but found 2",
        "throw(1 2) => 1:9 Expected ')' to close throw(...) arguments but found 2",
        "E::A(1 2) => 1:8 Expected ')' to close tag expression arguments but found 2",
        "f(1 \"b\") => 1:5 Expected ')' to close function call arguments but found \"b\"",
        "f(1} => 1:4 Expected ')' to close function call arguments but found '}'",
        "a.f(1 2) => 1:7 Expected ')' to close method call arguments but found 2",
        "a[1 2] => 1:5 Expected ']' to close index expression but found 2",
        "(1 2) => 1:4 Expected ')' to close parenthesized expression but found 2",
        "[1 2] => 1:4 Expected ']' to close array literal but found 2",
        "{a: 1 b: 2} => 1:7 Expected '}' to close dictionary literal but found 'b'",
        "{a} => 1:3 Expected ':' in dictionary literal",
        "P { x: 1 y: 2 } => 1:10 Expected '}' to close struct literal but found 'y'",
        "P { x: 1, y } => 1:13 Expected ':' after field name in struct literal but found '}'",
        "a. => 1:3 Expected field name after '.'",
        "a?.5 => 1:4 Expected field name after '?.'",
        "5. => 1:3 Expected field name after '.'",
        "1.5.2 => 1:5 Expected field name after '.'",
        "let [a b] := 1 => 1:8 Expected ']' to close array pattern but found 'b'",
        "let {a b} := 1 => 1:8 Expected '}' to close dictionary pattern but found 'b'",
        "let a: 5 := 1 => 1:8 Expected type name but found 5",
        "let a: A<int := 1 => 1:14 Expected '>' to close type arguments but found ':='",
        "match a => 1:8 Expected '{' to start match body but found end of file",
        "match a { b } => 1:11 Expected '}' to close match body but found 'b'",
        "match a { case A(b {} } => 1:20 Expected ')' to close case pattern but found '{'",
        "test {} => 1:6 Expected test name string after 'test'",
        "test \"${a}\" {} => 1:6 Expected test name string after 'test'",
        "test_group a {} => 1:12 Expected group name string after 'test_group'",
        "import => 1:7 Expected module name after 'import'",
        "import \"a\" => 1:8 Expected module name after 'import'",
        "import * => 1:8 Expected module name after 'import'",
        "import a as b => 1:10 Expected end of statement after import",
        "import a.b => 1:9 Expected end of statement after import",
        "import a, b => 1:9 Expected end of statement after import",
        "from => 1:5 Expected module name after 'from'",
        "from a..b import c => 1:8 Expected module path segment after '.' in from-import statement",
        "from a b => 1:8 Expected 'import' after module name in from-import statement but"
            + " found 'b'",
        "from a import * => 1:15 Expected imported symbol name",
        "from a import b as c => 1:17 Expected end of statement after import",
        "\"a${}\" => 1:5 Expected expression",
        "\"a${1 2}\" => 1:7 Invalid interpolated string expression",
        "\"a${(1}\" => 1:7 Expected ')' to close parenthesized expression but found '}'",
      })
  void reportsOneMistakeOnceAtItsPlace(String source, String fault) {
    assertThat(Parsed.of(source).faults()).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "if a, if block",
    "if a {} else, else block",
    "while a, while body",
    "loop, loop body",
    "for a in b, for loop body",
    "func f(), function body",
    "x := func (), function expression body",
    "try, try block",
    "try {} except e, except block",
    "spawn, spawn block",
    "match a { case b, match case block",
    "match a { default, match default block",
    "test \"a\", test body",
    "test_group \"a\", test_group body",
    "test_setup, test_setup block",
    "test_teardown, test_teardown block",
  })
  void namesTheBlockThatIsMissingOrOpen(String header, String construct) {
    String end = ":" + (header.length() + 1);
    String endOpen = ":" + (header.length() + 3);

    assertThat(Parsed.of(header).faults())
        .containsExactly(
            "1" + end + " Expected '{' to start " + construct + " but found end of file");
    assertThat(Parsed.of(header + " {").faults())
        .containsExactly(
            "1" + endOpen + " Expected '}' to close " + construct + " but found end of file");
  }

  @Test
  void givesParserFaultsTheirCodeAndFile() {
    Diagnostic fault = Parsed.of("a +").result().diagnostics().getFirst();

    assertThat(fault.code()).isEqualTo(DiagnosticCode.SYNTAX);
    assertThat(fault.file()).isEqualTo("t.ruff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x := @ )", "let 12ab", "f(\"open"})
  void reportsOnlyTheLexersFaultsWhereThereAreAny(String source) {
    assertThat(Parsed.of(source).result().diagnostics())
        .allSatisfy(fault -> assertThat(fault.code()).isNotEqualTo(DiagnosticCode.SYNTAX))
        .isNotEmpty();
  }

  @Test
  void keepsATreeWithHolesWhereTheLexerFoundFaults() {
    assertThat(TreeShape.of(Parsed.of("let a := 12ab\nb(1)").statements()))
        .isEqualTo(
            "[Declare(LET, Name(\"a\"), -, Missing),"
                + " ExpressionStatement(Call(Name(\"b\"), [IntLiteral(1)]))]");
  }
}
