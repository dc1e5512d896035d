package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that would go on for long end soon after their time, whatever they are doing: the
 * process at once, a program in a larger one at the next check of the function that runs, where the
 * case is not {@code alone}.
 */
class TimeLimitTest {
  private static final long LIMIT = 250;

  /** The machine may have other work; how soon it really is stands in the guide. */
  private static final long TOLERANCE = 300;

  /**
   * Inside of another program the end comes with the next check, and here that program is one whose
   * memory many tests have filled.
   */
  private static final long TOLERANCE_INSIDE = 1500;

  private static final int TRIES = 3;

  @TestFactory
  Stream<DynamicTest> processesEndInTime() {
    return AttackCorpus.load("clock").stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.title, () -> endsInTime(attack, new Starter(), TOLERANCE)));
  }

  @TestFactory
  Stream<DynamicTest> programsInsideOfOthersEndInTime() {
    return AttackCorpus.load("clock").stream()
        .filter(attack -> !attack.alone)
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.title, () -> endsInTime(attack, new InProcess(), TOLERANCE_INSIDE)));
  }

  @Test
  void theEndIsToldAsJsonAfterWhatTheProgramHasPrinted() throws IOException {
    Observed observed =
        run("print(1)\nwhile true { }", "--json-runtime-diagnostics", "--max-time", "1s");
    assertThat(observed.status()).isEqualTo(4);
    assertThat(observed.out()).startsWith("1\n{").endsWith("}\n").containsOnlyOnce("exceeded");
  }

  @Test
  void waitingForALineEndsInTime() throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve("main.ruff"), "input(\"\")");
      ProcessBuilder builder =
          new ProcessBuilder(
              Corpus.PROJECT.resolve("ruff").toString(), "run", "--max-time", "1s", "main.ruff");
      builder.directory(scratch.folder().toFile());
      long start = System.nanoTime();
      Process process = builder.start();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(4);
      assertThat((System.nanoTime() - start) / 1_000_000).isBetween(990L, 1_000 + TOLERANCE);
    }
  }

  @Test
  void childrenEndWithTheProgram() throws IOException {
    Observed observed =
        run("print(1)\nspawn_process([\"sleep\", \"20.0417\"])", "--max-time", "1500ms");
    assertThat(observed.out()).isEqualTo("1\n");
    assertThat(ProcessHandle.allProcesses().map(handle -> handle.info().arguments()))
        .noneMatch(words -> words.isPresent() && List.of(words.get()).contains("20.0417"));
  }

  @Test
  void aProgramThatEndsInTimeIsNotHeldUp() throws IOException {
    Observed observed = run("sleep(150)\nprint(2)", "--max-time", "60s");
    assertThat(observed).isEqualTo(new Observed(0, "2\n", ""));
  }

  private static Observed run(String program, String... options) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve("main.ruff"), program);
      List<String> arguments = new ArrayList<>(List.of("run"));
      if (!List.of(options).contains("--max-time")) {
        arguments.addAll(List.of("--max-time", LIMIT + "ms"));
      }
      arguments.addAll(List.of(options));
      arguments.add("main.ruff");
      return new Starter()
          .run(arguments, scratch.folder(), "", Map.of("PATH", "/usr/bin:/bin", "NO_COLOR", "1"));
    }
  }

  private static void endsInTime(AttackCase attack, Launcher launcher, long tolerance)
      throws IOException {
    long late = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && late > tolerance; i++) {
      late = Math.min(late, millisLate(attack, launcher));
    }
    assertThat(late).as("milliseconds after the limit").isLessThanOrEqualTo(tolerance);
  }

  private static long millisLate(AttackCase attack, Launcher launcher) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      Path root = scratch.folder();
      AttackTree.make(root, attack);
      Files.writeString(root.resolve("main.ruff"), attack.program.toString());
      Map<String, String> environment = new HashMap<>();
      environment.put("PATH", "/usr/bin:/bin");
      long start = System.nanoTime();
      List<String> arguments = new ArrayList<>(List.of("run", "--max-time", LIMIT + "ms"));
      arguments.add("main.ruff");
      Observed observed = launcher.run(arguments, root, "", environment);
      long end = System.nanoTime();
      assertThat(observed.err()).contains("Budget exceeded: time in milliseconds limited to");
      assertThat(observed.status()).isEqualTo(4);
      return (end - start) / 1_000_000 - LIMIT;
    }
  }
}
