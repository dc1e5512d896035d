package ruff.stdlib.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruff.natives.ExitSignal;
import ruff.policy.Policy;
import ruff.stdlib.Natives;

class IoNativesTest {
  private final Natives natives = new Natives("first \t\r\n  second", Policy.untrusted());

  @Test
  void printsValuesWithSpacesBetween() {
    natives.call("print", "a", 1, 2.0, List.of("x"), null);
    natives.call("println");
    natives.call("eprint", 1e21);
    assertThat(natives.stdout()).isEqualTo("a 1 2 [x] null\n\n");
    assertThat(natives.stderr()).isEqualTo("1000000000000000000000\n");
  }

  @Test
  void debugShowsKinds() {
    natives.call("debug");
    natives.call("debug", "a\"b", Map.of("k", Arrays.asList(1, null)));
    assertThat(natives.stdout())
        .isEqualTo("[DEBUG] \n[DEBUG] String(\"a\"b\") Dict{k: Array[Int(1), Null]}\n");
  }

  @Test
  void readsLinesWithoutTheWhiteSpaceAtTheirEnd() {
    assertThat(natives.call("input", "? ")).isEqualTo("first");
    assertThat(natives.call("input")).isEqualTo("  second");
    assertThat(natives.call("input")).isEqualTo("");
    assertThat(natives.stdout()).isEqualTo("? ");
  }

  @Test
  void exitEndsTheProgramWithAStatusOfOneByte() {
    assertThat(status(-1)).isEqualTo(255);
    assertThat(status(263.9)).isEqualTo(7);
    assertThat(status()).isZero();
  }

  private int status(Object... code) {
    return catchThrowableOfType(ExitSignal.class, () -> natives.call("exit", code)).status();
  }

  @Test
  void givesTheArgumentsOfTheProgram() {
    assertThat(natives.show("args")).isEqualTo("[one, two]");
  }
}
