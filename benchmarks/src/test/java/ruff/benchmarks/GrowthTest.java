package ruff.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Loops that build and change values must take time in proportion to their length: doubling the
 * size three times in a row multiplies the time by less than 2.6 each time.
 *
 * <p>A copy of the whole value in each turn would multiply it by 4. Every program of the folder
 * {@code growth} is measured twice: as it stands, and inside a function.
 */
class GrowthTest {
  private static final Path PROGRAMS = Path.of("growth");

  @TestFactory
  Stream<DynamicContainer> doublingTheSizeOfALoopAboutDoublesItsTime() throws IOException {
    return Stream.of(Place.values())
        .map(place -> DynamicContainer.dynamicContainer(place.title(), tests(place)));
  }

  private static Stream<DynamicTest> tests(Place place) {
    return programs().stream()
        .map(
            file -> {
              String name = file.getFileName().toString().replace(".ruff", "");
              return DynamicTest.dynamicTest(name, () -> check(file, place));
            });
  }

  private static List<Path> programs() {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.filter(file -> file.toString().endsWith(".ruff")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void check(Path file, Place place) throws IOException {
    try (SizedProgram program = SizedProgram.of(Files.readString(file), place)) {
      Growth growth = Growth.measure(program);
      if (isPending(file)) {
        assertThat(growth.withinLimit())
            .as("%s is mended: remove it from the pending programs", file)
            .isFalse();
      } else {
        assertThat(growth.ratios()).as(growth.toString()).allMatch(ratio -> ratio < Growth.LIMIT);
      }
    }
  }

  private static boolean isPending(Path file) throws IOException {
    String start = file.getFileName().toString().replace(".ruff", "\t");
    return Files.readString(PROGRAMS.resolve("pending.tsv"))
        .lines()
        .anyMatch(line -> line.startsWith(start));
  }
}
