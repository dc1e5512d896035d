package ruff.lexer;

import static org.assertj.core.api.Assertions.assertThat;
import static ruff.lexer.TokenKind.IDENTIFIER;
import static ruff.lexer.TokenKind.INT;
import static ruff.lexer.TokenKind.LEFT_BRACE;
import static ruff.lexer.TokenKind.MINUS;
import static ruff.lexer.TokenKind.RIGHT_BRACE;
import static ruff.lexer.TokenKind.STRING;
import static ruff.lexer.TokenKind.STRING_CLOSE;
import static ruff.lexer.TokenKind.STRING_MIDDLE;
import static ruff.lexer.TokenKind.STRING_OPEN;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
  static Stream<TokenKind> spelledKinds() {
    return Stream.of(TokenKind.values()).filter(kind -> kind.spelling() != null);
  }

  @ParameterizedTest
  @MethodSource("spelledKinds")
  void readsEveryKeywordAndSign(TokenKind kind) {
    Lexed lexed = Lexed.of("a " + kind.spelling() + " b");

    assertThat(lexed.kinds()).containsExactly(IDENTIFIER, kind, IDENTIFIER);
    assertThat(lexed.faults()).isEmpty();
  }

  @Test
  void takesTheLongestSign() {
    assertThat(Lexed.of("a?.b??c?d...e..f:=g::h:i->j-k|>l||m|n&&o&p<=q<r").tokens())
        .filteredOn(token -> token.kind().isSign())
        .extracting(Token::text)
        .containsExactly(
            "?.", "??", "?", "...", ".", ".", ":=", "::", ":", "->", "-", "|>", "||", "|", "&&",
            "&", "<=", "<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ok",
        "Err",
        "Some",
        "None",
        "throw",
        "not",
        "as",
        "_",
        "_x1",
        "na\u00efve",
        "x\u4e2d\u0663",
        "lets",
        "i32"
      })
  void readsNames(String name) {
    Lexed lexed = Lexed.of(name);

    assertThat(lexed.kinds()).containsExactly(IDENTIFIER);
    assertThat(lexed.tokens().getFirst().text()).isEqualTo(name);
    assertThat(lexed.faults()).isEmpty();
  }

  @Test
  void readsNumbers() {
    List<Token> tokens = Lexed.of("0 007 9223372036854775807 1.5 0.1 -3").tokens();

    assertThat(tokens.get(0).intValue()).isZero();
    assertThat(tokens.get(1).intValue()).isEqualTo(7);
    assertThat(tokens.get(2).intValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(tokens.get(3).floatValue()).isEqualTo(1.5);
    assertThat(tokens.get(4).floatValue()).isEqualTo(0.1);
    assertThat(tokens.get(5).kind()).isEqualTo(MINUS);
    assertThat(tokens.get(6).intValue()).isEqualTo(3);
  }

  @Test
  void leavesAPointWithoutDigitsOutOfANumber() {
    assertThat(Lexed.of("5.").kinds()).containsExactly(INT, TokenKind.DOT);
    assertThat(Lexed.of("5.abs").kinds()).containsExactly(INT, TokenKind.DOT, IDENTIFIER);
    assertThat(Lexed.of("1.5.2").kinds()).containsExactly(TokenKind.FLOAT, TokenKind.DOT, INT);
    assertThat(Lexed.of("[1...x]").kinds()).contains(INT, TokenKind.ELLIPSIS, IDENTIFIER);
  }

  @Test
  void resolvesEscapesInStrings() {
    Token token = Lexed.of("\"a\\n\\t\\r\\\\\\\"\\${x} $5 $\"").tokens().getFirst();

    assertThat(token.kind()).isEqualTo(STRING);
    assertThat(token.stringValue()).isEqualTo("a\n\t\r\\\"${x} $5 $");
  }

  @Test
  void readsAnInterpolatedStringAsABracketOfTokens() {
    Lexed lexed = Lexed.of("\"a${x}b${1}\" y");

    assertThat(lexed.kinds())
        .containsExactly(STRING_OPEN, IDENTIFIER, STRING_MIDDLE, INT, STRING_CLOSE, IDENTIFIER);
    assertThat(lexed.tokens().get(0).stringValue()).isEqualTo("a");
    assertThat(lexed.tokens().get(2).stringValue()).isEqualTo("b");
    assertThat(lexed.tokens().get(4).stringValue()).isEmpty();
    assertThat(lexed.tokens().get(2).text()).isEqualTo("}b${");
    assertThat(lexed.source().position(lexed.tokens().get(3).start()).column()).isEqualTo(10);
  }

  @Test
  void countsBracesInsideAnInterpolation() {
    assertThat(Lexed.of("\"${ {a: {}} }\"").kinds())
        .containsExactly(
            STRING_OPEN,
            LEFT_BRACE,
            IDENTIFIER,
            TokenKind.COLON,
            LEFT_BRACE,
            RIGHT_BRACE,
            RIGHT_BRACE,
            STRING_CLOSE);
  }

  @Test
  void nestsStringsInInterpolations() {
    assertThat(Lexed.of("\"${f(\"}${\"x\"}\")}\"").kinds())
        .containsExactly(
            STRING_OPEN,
            IDENTIFIER,
            TokenKind.LEFT_PAREN,
            STRING_OPEN,
            STRING,
            STRING_CLOSE,
            TokenKind.RIGHT_PAREN,
            STRING_CLOSE);
  }

  @Test
  void allowsLineEndsInsideAnInterpolation() {
    Lexed lexed = Lexed.of("\"a ${\n 1 +\r\n 2 // two\n} b\"");

    assertThat(lexed.faults()).isEmpty();
    assertThat(lexed.kinds()).containsExactly(STRING_OPEN, INT, TokenKind.PLUS, INT, STRING_CLOSE);
  }

  @Test
  void keepsCommentsAndBlanksAsTrivia() {
    Lexed lexed = Lexed.of("\uFEFF#!/usr/bin/env ruff\n\ta /* b\n */ c // d\r\n/// e");

    assertThat(lexed.trivia(0))
        .containsExactly(
            Trivia.Kind.BYTE_ORDER_MARK,
            Trivia.Kind.LINE_COMMENT,
            Trivia.Kind.NEWLINE,
            Trivia.Kind.WHITESPACE);
    assertThat(lexed.trivia(1))
        .containsExactly(Trivia.Kind.WHITESPACE, Trivia.Kind.BLOCK_COMMENT, Trivia.Kind.WHITESPACE);
    assertThat(lexed.trivia(2))
        .containsExactly(
            Trivia.Kind.WHITESPACE,
            Trivia.Kind.LINE_COMMENT,
            Trivia.Kind.NEWLINE,
            Trivia.Kind.LINE_COMMENT);
  }

  @Test
  void knowsTheFirstTokenOfALine() {
    assertThat(Lexed.of("a b\nc /* \n */ d; e\r f").tokens())
        .extracting(Token::startsLine)
        .containsExactly(true, false, true, true, false, false, true, false);
  }

  @Test
  void doesNotNestBlockComments() {
    assertThat(Lexed.of("/* /* */ a").kinds()).containsExactly(IDENTIFIER);
    assertThat(Lexed.of("/*/ a */ b").kinds()).containsExactly(IDENTIFIER);
    assertThat(Lexed.of("/**/ a").kinds()).containsExactly(IDENTIFIER);
  }

  @Test
  void endsEveryTextWithAnEmptyToken() {
    assertThat(Lexed.of("").tokens()).hasSize(1);
    assertThat(Lexed.of("  # c").tokens()).hasSize(1);
    assertThat(Lexed.of("").tokens().getFirst().kind()).isEqualTo(TokenKind.END_OF_FILE);
  }

  @Test
  void namesTokensForPeople() {
    assertThat(Lexed.of("let x 12 1.50 \"a\" \"b${c}\" {").tokens())
        .extracting(Token::describe)
        .containsExactly(
            "'let'",
            "'x'",
            "12",
            "1.50",
            "\"a\"",
            "\"b${...}\"",
            "'c'",
            "'}'",
            "'{'",
            "end of file");
    assertThat(Lexed.of("\"" + "a".repeat(60) + "\"").tokens().getFirst().describe())
        .isEqualTo("\"" + "a".repeat(39) + "...\"");
  }
}
