package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The programs of the folder {@code examples} print the output that lies beside them. */
class ExamplesTest {
  private static final Path EXAMPLES = Corpus.PROJECT.resolve("examples");

  @TestFactory
  Stream<DynamicTest> examplesPrintTheirExpectedOutput() {
    return Corpus.scripts(EXAMPLES).stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> check(example)));
  }

  @Test
  void thereIsATourAndAProjectOfSeveralModules() {
    List<String> names = Corpus.scripts(EXAMPLES).stream().map(ScriptCase::name).toList();
    assertThat(names).contains("tour", "inventory/main").hasSizeGreaterThan(10);
  }

  private static void check(ScriptCase example) {
    Observed observed =
        new InProcess()
            .run(
                List.of("run", EXAMPLES.relativize(example.file()).toString()),
                EXAMPLES,
                "",
                Tier.AUTO.environment());
    String wanted = Corpus.read(ScriptCase.beside(example.file(), ".out"), "");
    assertThat(observed.differences(0, wanted, "")).isEmpty();
  }
}
