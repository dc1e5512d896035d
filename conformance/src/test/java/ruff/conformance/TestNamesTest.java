package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build runs classes by their names: a test under another name would never run. */
class TestNamesTest {
  private static final Pattern TEST =
      Pattern.compile(
          "^\\s*@(Test|TestFactory|ParameterizedTest|Property|Example)\\b", Pattern.MULTILINE);

  @Test
  void everyClassWithTestsIsNamedAsOne() throws IOException {
    List<Path> found = new ArrayList<>();
    List<Path> misnamed = new ArrayList<>();
    for (Path module : modules()) {
      for (Path source : sources(module)) {
        if (TEST.matcher(Files.readString(source)).find()) {
          found.add(source);
          if (!source.toString().endsWith("Test.java")) {
            misnamed.add(source);
          }
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(100);
    assertThat(misnamed).isEmpty();
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("..").toRealPath())) {
      return entries.filter(entry -> Files.isDirectory(entry.resolve("src/test/java"))).toList();
    }
  }

  private static List<Path> sources(Path module) throws IOException {
    try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
