package ruff.stdlib.environment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;

class VariablesTest {
  private final Natives natives = new Natives();

  private Object read(String name, String value) {
    natives.call("env_set", "V", value);
    return natives.call(name, "V");
  }

  private String refusal(String name, String value) {
    natives.call("env_set", "V", value);
    return natives.message(name, "V");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-0.5, -0.5",
    "+.5, 0.5",
    "5., 5",
    "1E+3, 1000",
    "1e400, Infinity",
    "-INF, -Infinity",
    "nan, NaN",
    "Infinity, Infinity"
  })
  void readsFloats(String text, double expected) {
    assertThat(read("env_float", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "e5", "1e", "1e+", "0x10", "1f", "1_0", " 1", "1 ", "--1", "٣"})
  void otherTextsAreNoFloats(String text) {
    assertThat(refusal("env_float", text))
        .isEqualTo("Environment variable 'V' value '" + text + "' is not a valid float");
  }

  @Property(tries = 200)
  void readsEveryIntBack(@ForAll long number) {
    assertThat(read("env_int", Long.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "1.0", "9223372036854775808", "٣", " 1"})
  void otherTextsAreNoInts(String text) {
    assertThat(refusal("env_int", text))
        .isEqualTo("Environment variable 'V' value '" + text + "' is not a valid integer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=B", "A\0"})
  void refusesNamesThatNoVariableCanHave(String name) {
    assertThat(natives.message("env_set", name, "x"))
        .isEqualTo("env_set variable name must be non-empty and must not contain '=' or NUL");
  }
}
