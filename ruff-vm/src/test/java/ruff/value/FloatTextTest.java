package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "-2.5, -2.5",
    "-0.0, -0",
    "0.1, 0.1",
    "1e21, 1000000000000000000000",
    "1e-7, 0.0000001",
    "0.30000000000000004, 0.30000000000000004",
    "9223372036854775808, 9223372036854776000",
    "9007199254740993, 9007199254740992",
    "123456789.125, 123456789.125",
    "-0.0001, -0.0001",
    "0.00012, 0.00012",
    "12345678901.2345, 12345678901.2345",
    "1234567.8901234567, 1234567.8901234567",
    "NaN, NaN",
    "Infinity, inf",
    "-Infinity, -inf",
  })
  void floatsAreWrittenWithoutExponentAndWithoutNeedlessZero(double value, String text) {
    assertThat(FloatText.of(value)).isEqualTo(text);
  }

  @Test
  void theSmallestFloatsHaveTheirTrulyShortestDigits() {
    assertThat(FloatText.of(Double.MIN_VALUE)).isEqualTo("0." + "0".repeat(323) + "5");
    assertThat(FloatText.of(9.9e-324)).isEqualTo("0." + "0".repeat(322) + "1");
    assertThat(FloatText.of(1.5e-323)).isEqualTo("0." + "0".repeat(322) + "15");
    assertThat(FloatText.of(2e-323)).isEqualTo("0." + "0".repeat(322) + "2");
    assertThat(FloatText.of(-Double.MIN_VALUE)).startsWith("-0.0").endsWith("05");
  }

  @Property(tries = 20_000)
  void theTextReadsBackAsTheSameNumber(@ForAll long bits) {
    check(Double.longBitsToDouble(bits));
  }

  @Property(tries = 5_000)
  void numbersWithFewDecimalsReadBack(@ForAll int units, @ForAll short scale) {
    check(units / Math.pow(10, Math.abs(scale % 9)));
  }

  private static void check(double value) {
    String text = FloatText.of(value);
    if (!Double.isFinite(value)) {
      return;
    }
    assertThat(Double.parseDouble(text)).isEqualTo(value);
    assertThat(text).matches("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");
    int digits = new BigDecimal(text).stripTrailingZeros().precision();
    int javaDigits = new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
    assertThat(digits).isLessThanOrEqualTo(javaDigits);
    StringBuilder out = new StringBuilder();
    FloatText.append(out, value);
    assertThat(out.toString()).isEqualTo(text);
  }
}
