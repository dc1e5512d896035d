package ruff.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericHostTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "017700000001",
        "0177.0.0.1",
        "0177.0.0.01",
        "0x7f.1",
        "0X7F000001",
        "0x7f.0x0.0x0.0x1"
      })
  void everySpellingOfTheLoopbackIsTheLoopback(String host) {
    assertThat(NumericHost.read(host)).hasToString("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1.example", "0x7g", "a.1b", ".", "127.0.0.-1x"})
  void namesAreNoNumbers(String host) {
    assertThat(NumericHost.read(host)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"256.0.0.1", "1.2.3.4.5", "089.0.0.1", "4294967296", "a.1", "1..1", "0x1.256.1"})
  void otherNumbersAreNoAddress(String host) {
    assertThatThrownBy(() -> NumericHost.read(host)).isInstanceOf(IllegalArgumentException.class);
  }
}
