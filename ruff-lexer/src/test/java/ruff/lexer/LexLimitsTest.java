package ruff.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexLimitsTest {
  private static final String TOO_LONG_STRING =
      "RUFLEX009 String literal exceeds max length of 8192 characters";
  private static final String TOO_LONG_NUMBER =
      "RUFLEX010 Numeric literal exceeds max length of 512 characters";

  @Test
  void allowsNamesOf256Characters() {
    assertThat(Lexed.of("x".repeat(256)).faults()).isEmpty();
    assertThat(Lexed.of("x" + "\ud835\udc9c".repeat(255)).faults()).isEmpty();
  }

  @Test
  void refusesNamesOf257Characters() {
    Lexed lexed = Lexed.of(" " + "x".repeat(257));

    assertThat(lexed.faults())
        .containsExactly("1:2 RUFLEX008 Identifier exceeds max length of 256 characters");
    assertThat(lexed.kinds()).containsExactly(TokenKind.IDENTIFIER);
  }

  @Test
  void allowsStringsOf8192Characters() {
    assertThat(Lexed.of(quoted("x".repeat(8192))).faults()).isEmpty();
    assertThat(Lexed.of(quoted("\ud83d\ude00".repeat(8192))).faults()).isEmpty();
    assertThat(Lexed.of(quoted("\\n".repeat(8192))).faults()).isEmpty();
  }

  @Test
  void refusesStringsOf8193Characters() {
    assertThat(Lexed.of("s := " + quoted("x".repeat(8193))).faults())
        .containsExactly("1:6 " + TOO_LONG_STRING);
  }

  @Test
  void countsEachRunOfTextBetweenInterpolations() {
    String run = "x".repeat(8192);

    assertThat(Lexed.of(quoted(run + "${a}" + run + "${b}" + run)).faults()).isEmpty();
    assertThat(Lexed.of(quoted("${a}" + run + "y")).faults())
        .containsExactly("1:1 " + TOO_LONG_STRING);
  }

  @Test
  void allowsNumbersOf512Characters() {
    assertThat(Lexed.of("0".repeat(511) + "7").faults()).isEmpty();
    assertThat(Lexed.of("0." + "1".repeat(510)).faults()).isEmpty();
  }

  @Test
  void refusesNumbersOf513Characters() {
    assertThat(Lexed.of("0".repeat(513)).faults()).containsExactly("1:1 " + TOO_LONG_NUMBER);
    assertThat(Lexed.of("0." + "1".repeat(511)).faults()).containsExactly("1:1 " + TOO_LONG_NUMBER);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
