package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the guides print what the guides say. */
class DocumentationTest {
  @TestFactory
  Stream<DynamicTest> examplesOfTheLanguageGuidePrintWhatItSays() {
    return tests(Corpus.PROJECT.resolve("docs/LANGUAGE.md"));
  }

  @TestFactory
  Stream<DynamicTest> examplesOfTheReadmePrintWhatItSays() {
    return tests(Corpus.PROJECT.resolve("README.md"));
  }

  private static Stream<DynamicTest> tests(Path page) {
    List<Guide.Example> examples = Guide.examples(page);
    assertThat(examples).as("examples of " + page).isNotEmpty();
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest("line " + example.line(), () -> check(example)));
  }

  private static void check(Guide.Example example) throws IOException {
    assertThat(example.output()).as("an ```output block must follow").isNotNull();
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve("main.ruff"), example.program());
      for (Map.Entry<String, String> file : example.files().entrySet()) {
        Files.writeString(scratch.folder().resolve(file.getKey()), file.getValue());
      }
      Observed observed =
          new InProcess().run(List.of("run", "main.ruff"), scratch.folder(), "", Map.of());
      int status = example.errors().isEmpty() ? 0 : 4;
      assertThat(observed.differences(status, example.output(), example.errors())).isEmpty();
    }
  }
}
