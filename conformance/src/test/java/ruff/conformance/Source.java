package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Runs programs given as text. */
final class Source {
  private Source() {}

  /** Checks what a program prints on every tier. */
  static void assertPrints(String program, String expected) {
    for (Tier tier : Tier.values()) {
      Observed observed = run(program, tier);
      assertThat(observed.out())
          .as("%s%n%s%n%s", tier, program, observed.err())
          .isEqualTo(expected);
      assertThat(observed.status()).as("status of%n%s", program).isZero();
    }
  }

  static Observed run(String program, Tier tier) {
    List<String> arguments = new ArrayList<>(tier.flags());
    arguments.add("-e");
    arguments.add(program);
    return new InProcess().run(arguments, Corpus.MODULE, "", tier.environment());
  }
}
