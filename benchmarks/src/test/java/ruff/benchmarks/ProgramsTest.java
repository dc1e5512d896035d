package ruff.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import ruff.cli.CommandLine;
import ruff.host.Environment;
import ruff.host.Host;

/** The whole programs print their lines at their small sizes, on every tier and in Java. */
class ProgramsTest {
  private static final Path PROGRAMS = Path.of("programs").toAbsolutePath();
  private static final Pattern LINE =
      Pattern.compile(
          "\"(\\w+)\": \\{\"small\": (\\d+), .*\"expect\": \\{\"small\": \"([^\"]*)\".*");

  /**
   * @param size the small one
   * @param line what it prints
   */
  private record Program(String name, String size, String line) {}

  @TestFactory
  Stream<DynamicTest> everyTierPrintsTheLine() throws IOException {
    return programs().stream()
        .map(program -> DynamicTest.dynamicTest(program.name, () -> checkTiers(program)));
  }

  @TestFactory
  Stream<DynamicTest> everyProgramHasItsPeers() throws IOException {
    return programs().stream()
        .map(program -> DynamicTest.dynamicTest(program.name, () -> checkPeers(program)));
  }

  private static List<Program> programs() throws IOException {
    List<Program> programs =
        LINE.matcher(Files.readString(PROGRAMS.resolve("programs.json")))
            .results()
            .map(found -> new Program(found.group(1), found.group(2), found.group(3)))
            .toList();
    try (Stream<Path> folders = Files.list(PROGRAMS).filter(Files::isDirectory)) {
      assertThat(programs)
          .extracting(Program::name)
          .containsExactlyInAnyOrderElementsOf(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
    return programs;
  }

  private static void checkTiers(Program program) {
    String file = PROGRAMS.resolve(program.name).resolve(program.name + ".ruff").toString();
    for (String jit : List.of("off", "auto", "eager")) {
      var out = new ByteArrayOutputStream();
      Host memory = Host.inMemory("", out, out, PROGRAMS);
      Host host =
          new Host(
              memory.stdout(),
              memory.stderr(),
              memory.stdin(),
              memory.clock(),
              Environment.of(Map.of("RUFF_JIT", jit)),
              memory.directory(),
              memory.sources());
      int status = new CommandLine(host).run("run", file, program.size);
      assertThat(out.toString(StandardCharsets.UTF_8).strip()).as(jit).isEqualTo(program.line);
      assertThat(status).as(jit).isZero();
    }
  }

  private static void checkPeers(Program program) throws ReflectiveOperationException {
    Path folder = PROGRAMS.resolve(program.name);
    assertThat(folder.resolve(program.name + ".js")).exists();
    assertThat(folder.resolve(program.name + ".py")).exists();
    Class<?> peer = Class.forName("ruff.benchmarks.programs." + className(program.name));
    if (!program.name.equals("startup")) {
      Object result = peer.getMethod("run", int.class).invoke(null, Integer.parseInt(program.size));
      assertThat(program.name + " " + result).isEqualTo(program.line);
    }
  }

  private static String className(String program) {
    return Pattern.compile("(?:^|_)([a-z])")
        .matcher(program)
        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }
}
