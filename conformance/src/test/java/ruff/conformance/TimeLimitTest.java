package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that would go on for long end soon after their time, whatever they are doing: the
 * process at once, a program in a larger one at the next check of the function that runs, where the
 * case is not {@code alone}.
 */
class TimeLimitTest {
  private static final long LIMIT = 250;

  /** The machine may have other work; how soon it really is stands in the guide. */
  private static final long TOLERANCE = 1_000;

  private static final int TRIES = 3;

  @TestFactory
  Stream<DynamicTest> processesEndInTime() {
    return AttackCorpus.load("clock").stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(attack.title, () -> endsInTime(attack, new Starter())));
  }

  @TestFactory
  Stream<DynamicTest> programsInsideOfOthersEndInTime() {
    return AttackCorpus.load("clock").stream()
        .filter(attack -> !attack.alone)
        .map(
            attack ->
                DynamicTest.dynamicTest(attack.title, () -> endsInTime(attack, new InProcess())));
  }

  private static void endsInTime(AttackCase attack, Launcher launcher) throws IOException {
    long late = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && late > TOLERANCE; i++) {
      late = Math.min(late, millisLate(attack, launcher));
    }
    assertThat(late).as("milliseconds after the limit").isLessThanOrEqualTo(TOLERANCE);
  }

  private static long millisLate(AttackCase attack, Launcher launcher) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      Path root = scratch.folder();
      AttackTree.make(root, attack);
      Files.writeString(root.resolve("main.ruff"), attack.program.toString());
      Files.writeString(root.resolve("empty.ruff"), "");
      Map<String, String> environment = new HashMap<>();
      environment.put("PATH", "/usr/bin:/bin");
      long start = System.nanoTime();
      launcher.run(List.of("run", "empty.ruff"), root, "", environment);
      long between = System.nanoTime();
      List<String> arguments = new ArrayList<>(List.of("run", "--max-time", LIMIT + "ms"));
      arguments.add("main.ruff");
      Observed observed = launcher.run(arguments, root, "", environment);
      long end = System.nanoTime();
      assertThat(observed.err()).contains("Budget exceeded: time in milliseconds limited to");
      assertThat(observed.status()).isEqualTo(4);
      return ((end - between) - (between - start)) / 1_000_000 - LIMIT;
    }
  }
}
