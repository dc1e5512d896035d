package ruff.stdlib.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;

class RandomNativesTest {
  private final Natives natives = new Natives();

  @Test
  void aSeedFixesTheDraws() {
    natives.call("set_random_seed", 42);
    assertThat(natives.call("random")).isEqualTo(0.5265574090027738);
    assertThat(natives.call("random_int", 1, 100)).isEqualTo(55L);
    assertThat(natives.call("random_choice", List.of(1, 2, 3, 4, 5))).isEqualTo(4L);
    assertThat(natives.call("random_id", 8)).isEqualTo("b0a7sofa");
  }

  @Test
  void seedsMayBeNegativeOrFloats() {
    natives.call("set_random_seed", -1);
    assertThat(natives.call("random_int", -1000000, 1000000)).isEqualTo(-877698L);
    natives.call("set_random_seed", 7.9);
    assertThat(natives.call("random_int", 0, 1000)).isEqualTo(30L);
  }

  @Test
  void enginesHaveTheirOwnGenerators() {
    Natives other = new Natives();
    natives.call("set_random_seed", 42);
    other.call("set_random_seed", 42);
    Object first = natives.call("random");
    assertThat(other.call("random")).isEqualTo(first);
  }

  @Test
  void withoutASeedNothingRepeats() {
    natives.call("set_random_seed", 42);
    natives.call("clear_random_seed");
    assertThat(natives.call("random")).isNotEqualTo(0.5265574090027738);
    assertThat(natives.call("random_id", 24)).isNotEqualTo(natives.call("random_id", 24));
  }

  @Test
  void drawsStayInTheirBounds() {
    for (int i = 0; i < 1000; i++) {
      assertThat((Long) natives.call("random_int", -2, 2.9)).isBetween(-2L, 2L);
      assertThat((Double) natives.call("random")).isBetween(0.0, 0.9999999999999999);
    }
    assertThat(natives.call("random_int", Long.MIN_VALUE, Long.MAX_VALUE)).isInstanceOf(Long.class);
    assertThat(natives.message("random_int", 3, 1)).isEqualTo("random_int() min must be <= max");
    assertThat(natives.call("random_choice", List.of())).isEqualTo(0L);
  }

  @Test
  void uuidsHaveVersionFour() {
    assertThat((String) natives.call("uuid_v4"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }
}
