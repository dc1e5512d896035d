package ruff.stdlib.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;

class ConversionNativesTest {
  private final Natives natives = new Natives();

  @ParameterizedTest
  @CsvSource({
    "' 42\u00a0', 42",
    "+7, 7",
    "-0, 0",
    "007, 7",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void readsInts(String text, long number) {
    assertThat(natives.call("parse_int", text)).isEqualTo(number);
    assertThat(natives.call("to_int", text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "1.0", "0x1", "1_0", "٣", "9223372036854775808", "1 2", "--1"})
  void refusesOtherTextsAsInts(String text) {
    assertThat(natives.message("parse_int", text))
        .isEqualTo("Cannot parse '" + text + "' as integer");
    assertThat(natives.message("to_int", text)).isEqualTo("Cannot convert '" + text + "' to int");
  }

  @ParameterizedTest
  @CsvSource({
    "1., 1",
    ".5, 0.5",
    "1e3, 1000",
    "1.5E-2, 0.015",
    "+2, 2",
    "1e999, inf",
    "-1e999, -inf",
    "iNf, inf",
    "-Infinity, -inf",
    "NaN, NaN",
    "-nan, NaN",
    "-0, -0"
  })
  void readsFloats(String text, String shown) {
    assertThat(natives.show("parse_float", text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "e5", "1e", "1e+", "1d", "1f", "0x1p3", "1_0", "infinit", "+-1"})
  void refusesOtherTextsAsFloats(String text) {
    assertThat(natives.message("parse_float", text))
        .isEqualTo("Cannot parse '" + text + "' as float");
    assertThat(natives.message("to_float", text))
        .isEqualTo("Cannot convert '" + text + "' to float");
  }

  @Test
  void cutsFloatsToInts() {
    assertThat(natives.call("to_int", -3.9)).isEqualTo(-3L);
    assertThat(natives.call("to_int", Double.NaN)).isEqualTo(0L);
    assertThat(natives.call("to_int", 1e300)).isEqualTo(Long.MAX_VALUE);
    assertThat(natives.call("to_int", true)).isEqualTo(1L);
    assertThat(natives.message("to_int", natives.call("Set")))
        .isEqualTo("Cannot convert value to int");
  }

  @Test
  void textsOfNoAreFalse() {
    for (String text : List.of("", "0", "false", "FALSE", "False")) {
      assertThat(natives.call("to_bool", text)).isEqualTo(false);
    }
    for (Object value : List.of("no", "0.0", " ", natives.call("Set"), -1, 0.5)) {
      assertThat(natives.call("to_bool", value)).isEqualTo(true);
    }
    assertThat(natives.call("is_truthy", "false")).isEqualTo(true);
  }

  @Test
  void bytesComeFromSmallInts() {
    assertThat(natives.show("bytes", List.of(0, 255))).isEqualTo("<bytes 2>");
    assertThat(natives.message("bytes", List.of(1.0)))
        .isEqualTo("bytes() requires an array of integers");
    assertThat(natives.message("bytes", List.of(-1)))
        .isEqualTo("bytes() requires integers in range 0-255, got -1");
  }

  @Test
  void errorsHaveTheTextOfTheirValue() {
    assertThat(natives.message("error", 5)).isEqualTo("5");
    assertThat(natives.message("error", List.of("a", 1))).isEqualTo("[a, 1]");
  }
}
