package ruff.stdlib.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;

class TimeNativesTest {
  private final Natives natives = new Natives();

  @ParameterizedTest
  @CsvSource({
    "0, YYYY-MM-DD HH:mm:ss, 1970-01-01 00:00:00",
    "-1, YYYY-MM-DD HH:mm:ss, 1969-12-31 23:59:59",
    "1700000000.9, HH:mm:ss, 22:13:20",
    "-0.5, ss, 00",
    "0, MMMM YY, 0101 YY",
    "253402300800, YYYY, +10000",
    "-100000000000, YYYY, -1199"
  })
  void formatsMoments(double second, String format, String text) {
    assertThat(natives.call("format_date", second, format)).isEqualTo(text);
  }

  @Test
  void refusesMomentsBeyondTheCalendar() {
    assertThat(natives.call("format_date", 8210266876799L, "YYYY-MM-DD"))
        .isEqualTo("+262142-12-31");
    assertThat(natives.message("format_date", 8210266876800L, "YYYY"))
        .isEqualTo("Invalid timestamp: value is out of supported range");
    assertThat(natives.message("format_date", Double.POSITIVE_INFINITY, "YYYY"))
        .isEqualTo("Invalid timestamp: value must be a finite number");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15, 1705276800",
    "2024-2-3, 1706918400",
    "' 2024- 2-03', 1706918400",
    "0000-01-01, -62167219200",
    "-1199-01-01, -100003939200",
    "+10000-01-01, 253402300800"
  })
  void readsDates(String text, double second) {
    assertThat(natives.call("parse_date", text, "YYYY-MM-DD")).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-30, input is out of range",
    "2024-13-01, input is out of range",
    "2024-00-01, input is out of range",
    "2024/01/01, input contains invalid characters",
    "20245-01-01, input contains invalid characters",
    "2024-01, premature end of input",
    "2024-01-, premature end of input",
    "2024-01-015, trailing input",
    "'2024-01-15 ', trailing input"
  })
  void saysWhyATextIsNoDate(String text, String reason) {
    assertThat(natives.message("parse_date", text, "YYYY-MM-DD"))
        .isEqualTo(
            "parse_date failed: '"
                + text
                + "' does not match format 'YYYY-MM-DD' ("
                + reason
                + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1.00s", "1005, 1.00s", "1015, 1.01s", "999.994, 999.99ms", "1, 1.00ms", "0.5, 500.00μs",
    "0.0005, 500ns", "-5, -5000000ns", "0, 0ns", "65000, 65.00s", "NaN, NaNns", "Infinity, infs"
  })
  void formatsDurations(double milliseconds, String text) {
    assertThat(natives.call("format_duration", milliseconds)).isEqualTo(text);
  }

  @Test
  void clocksBeginWhenTheyAreFirstRead() {
    assertThat(natives.call("performance_now")).isEqualTo(0.0);
    assertThat(natives.call("time_us")).isEqualTo(0.0);
    assertThat(natives.call("time_ns")).isEqualTo(0.0);
    natives.call("sleep", 2);
    assertThat((Double) natives.call("time_us")).isGreaterThanOrEqualTo(2000.0);
    assertThat((Double) natives.call("performance_now")).isGreaterThanOrEqualTo(2.0);
  }

  @Test
  void theTimeOfDayIsOneTimeInManyForms() {
    long second = (Long) natives.call("now_unix");
    assertThat((Double) natives.call("now") - second).isBetween(0.0, 5.0);
    assertThat((Long) natives.call("time") / 1000 - second).isBetween(0L, 5L);
    assertThat((String) natives.call("now_utc")).matches("\\d{4}(-\\d\\d){2}T\\d\\d(:\\d\\d){2}Z");
  }

  @Test
  void sleepRefusesNegativeTimes() {
    assertThat(natives.message("sleep", -0.1))
        .isEqualTo("sleep() requires non-negative milliseconds");
    assertThat(natives.call("sleep", Double.NaN)).isEqualTo(0L);
  }
}
