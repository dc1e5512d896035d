package ruff.stdlib.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;

class MathNativesTest {
  private final Natives natives = new Natives();

  @ParameterizedTest
  @CsvSource({
    "0.49999999999999994, 0",
    "0.5, 1",
    "2.5, 3",
    "-2.5, -3",
    "-0.4, -0",
    "1e300, 1e300",
    "4503599627370497.5, 4503599627370498",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void roundsHalvesAwayFromZero(double value, double rounded) {
    assertThat(natives.call("round", value)).isEqualTo(rounded);
  }

  @Test
  void numbersWinOverNan() {
    assertThat(natives.call("min", Double.NaN, 1)).isEqualTo(1.0);
    assertThat(natives.call("max", 1, Double.NaN)).isEqualTo(1.0);
    assertThat(natives.call("max", Double.NaN, Double.NaN)).isEqualTo(Double.NaN);
  }

  @Test
  void answersFloatsForInts() {
    assertThat(natives.call("abs", -7)).isEqualTo(7.0);
    assertThat(natives.call("max", 1, 2)).isEqualTo(2.0);
    assertThat(natives.call("pow", 10, 400)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(natives.call("pow", -8, 1.0 / 3)).isEqualTo(Double.NaN);
    assertThat(natives.call("sqrt", -0.0)).isEqualTo(-0.0);
    assertThat(natives.call("ceil", -0.5)).isEqualTo(-0.0);
  }

  @Test
  void shiftsStayWithinTheWord() {
    assertThat(natives.call("bit_shl", 1, 63)).isEqualTo(Long.MIN_VALUE);
    assertThat(natives.call("bit_shl", 3, 63)).isEqualTo(Long.MIN_VALUE);
    assertThat(natives.call("bit_shr", -1, 63)).isEqualTo(-1L);
    assertThat(natives.message("bit_shr", 1, 64))
        .isEqualTo("bit_shr() expects a shift amount between 0 and 63");
    assertThat(natives.message("bit_and", 1.0, true))
        .isEqualTo("bit_and() expects integer argument 'left' , got Float(1)");
    assertThat(natives.message("bit_and", 1, true))
        .isEqualTo("bit_and() expects integer argument 'right' , got Bool(true)");
  }
}
