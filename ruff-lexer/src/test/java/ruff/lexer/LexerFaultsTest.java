package ruff.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerFaultsTest {
  @ParameterizedTest
  @ValueSource(strings = {"@", "^", "~", "'", "`", "\\", "\u00e9", "\ud83d\ude00", "\u000c"})
  void reportsACharacterThatStartsNoToken(String character) {
    assertThat(Lexed.of("a " + character + " b").faults())
        .containsExactly("1:3 RUFLEX001 Invalid character: '" + character + "'");
  }

  @Test
  void reportsAByteOrderMarkInTheMiddle() {
    assertThat(Lexed.of("a\uFEFFb").faults())
        .containsExactly("1:2 RUFLEX001 Invalid character: '\uFEFF'");
  }

  @Test
  void reportsNullBytesWhereverTheyAre() {
    assertThat(Lexed.of("a\0 # \0\n\"\0\" /*\0*/").faults())
        .containsExactly(
            "1:2 RUFLEX002 Null byte is not allowed in source",
            "1:6 RUFLEX002 Null byte is not allowed in source",
            "2:2 RUFLEX002 Null byte is not allowed in source",
            "2:7 RUFLEX002 Null byte is not allowed in source");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x := \"open",
        "x := \"open\ny",
        "x := \"open\r\ny",
        "x := \"open\\",
        "x := \"open\\\ny"
      })
  void reportsAnOpenStringAtItsQuote(String text) {
    assertThat(Lexed.of(text).faults())
        .containsExactly("1:6 RUFLEX003 Unterminated string literal");
  }

  @Test
  void reportsAStringLeftOpenBehindAnInterpolation() {
    assertThat(Lexed.of("x := \"a${b} c\ny").faults())
        .containsExactly("1:6 RUFLEX003 Unterminated string literal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x := \"a${b",
        "x := \"a${b\nc\n",
        "x := \"a${b\"\ny := 1\nz := \"c\"",
        "x := \"a${\"b${c"
      })
  void reportsAnOpenInterpolationAtTheOuterQuoteOnce(String text) {
    assertThat(Lexed.of(text).faults())
        .containsExactly("1:6 RUFLEX003 Unterminated interpolated string expression");
  }

  @Test
  void goesOnBehindTheLineOfAnOpenInterpolation() {
    Lexed lexed = Lexed.of("print(\"a ${b\")\nlet c := \"d\"\n@");

    assertThat(lexed.faults())
        .containsExactly(
            "1:7 RUFLEX003 Unterminated interpolated string expression",
            "3:1 RUFLEX001 Invalid character: '@'");
    assertThat(lexed.kinds())
        .endsWith(TokenKind.LET, TokenKind.IDENTIFIER, TokenKind.DECLARE, TokenKind.STRING);
  }

  @Test
  void reportsAnOpenBlockCommentAtItsStart() {
    assertThat(Lexed.of("a\n /* b\nc").faults())
        .containsExactly("2:2 RUFLEX004 Unterminated block comment");
  }

  @Test
  void reportsAnEscapeAtItsBackslash() {
    assertThat(Lexed.of("\"\u00e9\\q\\u0041\"").faults())
        .containsExactly(
            "1:3 RUFLEX005 Invalid escape sequence: \\\\q",
            "1:5 RUFLEX005 Invalid escape sequence: \\\\u");
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775808", "99999999999999999999999999"})
  void reportsIntegersOutOfRange(String number) {
    assertThat(Lexed.of("x := " + number).faults())
        .containsExactly("1:6 RUFLEX006 Numeric literal overflow: " + number);
  }

  @Test
  void reportsFloatsOutOfRange() {
    String number = "9".repeat(400) + ".0";

    assertThat(Lexed.of(number).faults())
        .containsExactly("1:1 RUFLEX006 Numeric literal overflow: " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12abc", "1_000", "0x1F", "1e5", "1.5f", "2\u00e9", "1.5_0"})
  void reportsLettersRightBehindANumber(String number) {
    Lexed lexed = Lexed.of("x := " + number + " + 1");

    assertThat(lexed.faults())
        .containsExactly("1:6 RUFLEX007 Malformed numeric literal: " + number);
    assertThat(lexed.kinds())
        .containsExactly(
            TokenKind.IDENTIFIER,
            TokenKind.DECLARE,
            TokenKind.INVALID,
            TokenKind.PLUS,
            TokenKind.INT);
  }

  @Test
  void reportsAllFaultsInTheOrderOfTheText() {
    assertThat(Lexed.of("let a := \"open\nlet b := @\nlet c := 12ab\n\"\\q").faults())
        .containsExactly(
            "1:10 RUFLEX003 Unterminated string literal",
            "2:10 RUFLEX001 Invalid character: '@'",
            "3:10 RUFLEX007 Malformed numeric literal: 12ab",
            "4:1 RUFLEX003 Unterminated string literal",
            "4:2 RUFLEX005 Invalid escape sequence: \\\\q");
  }
}
