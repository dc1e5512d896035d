package ruff.serve.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedCodingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, br", "BR;Q=0.5", "br; q=1.000", "*", "gzip;q=0, *;q=0.1"})
  void brotliIsTaken(String header) {
    assertThat(AcceptedCodings.parse(header).brotli()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gzip",
        "brx",
        "br;q=0",
        "br;q=0.0",
        "br ; q = 0 ",
        "br;q=-1",
        "br;q=x",
        "br;q=2",
        "*, br;q=0",
        "*;q=0"
      })
  void brotliIsRefused(String header) {
    assertThat(AcceptedCodings.parse(header).brotli()).isFalse();
  }
}
