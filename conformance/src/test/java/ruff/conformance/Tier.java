package ruff.conformance;

import java.util.List;
import java.util.Map;

/** A way of executing programs. All must show the same output. */
enum Tier {
  INTERPRETER(List.of("--interpreter"), Map.of()),
  AUTO(List.of(), Map.of()),
  EAGER(List.of(), Map.of("RUFF_JIT", "eager"));

  private final List<String> flags;
  private final Map<String, String> environment;

  Tier(List<String> flags, Map<String, String> environment) {
    this.flags = flags;
    this.environment = environment;
  }

  /** The flags of {@code ruff run} that choose this tier. */
  List<String> flags() {
    return flags;
  }

  /** The variables that choose this tier. */
  Map<String, String> environment() {
    return environment;
  }
}
