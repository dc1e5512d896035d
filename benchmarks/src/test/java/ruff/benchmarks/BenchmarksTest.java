package ruff.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs once, and its program gives what it should. */
class BenchmarksTest {
  @Test
  void everyBenchmarkRuns() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("ruff\\.benchmarks\\..*")
                    .mode(Mode.SingleShotTime)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results).hasSize(2 * operations().size() + 2 * 11 + 3);
  }

  @Test
  void everyOperationIsMeasured() throws IOException {
    try (Stream<Path> files = Files.list(OperationBenchmark.PROGRAMS)) {
      assertThat(operations())
          .containsExactlyElementsOf(
              files
                  .map(file -> file.getFileName().toString().replace(".ruff", ""))
                  .sorted()
                  .toList());
    }
  }

  private static List<String> operations() {
    try {
      Param names = OperationBenchmark.class.getField("operation").getAnnotation(Param.class);
      return List.of(names.value());
    } catch (NoSuchFieldException gone) {
      throw new AssertionError(gone);
    }
  }
}
