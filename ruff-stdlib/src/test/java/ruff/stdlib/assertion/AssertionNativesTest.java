package ruff.stdlib.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;

class AssertionNativesTest {
  private final Natives natives = new Natives();

  @Test
  void showsWhatIsInCollections() {
    assertThat(natives.message("assert_equal", List.of(1, "a"), Map.of("a", 1)))
        .isEqualTo("Assertion failed: expected Dict{a: Int(1)}, got Array[Int(1), Str(\"a\")]");
    assertThat(natives.message("assert_contains", List.of(1), "x"))
        .isEqualTo("Assertion failed: Array[Int(1)] does not contain Str(\"x\")");
  }

  @Test
  void ignoresMessagesThatAreNoTexts() {
    assertThat(natives.message("assert", 0, 5)).isEqualTo("Assertion failed");
    assertThat(natives.message("assert", 0, "zero")).isEqualTo("zero");
    assertThat(natives.message("assert", List.of(), "empty")).isEqualTo("empty");
  }
}
