package ruff.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import ruff.natives.reference.Reference;
import ruff.natives.reference.ReferencePage;

class ReferencePageTest {
  private static final Path PAGE = Path.of("../docs/STANDARD_LIBRARY.md");

  private final Reference reference = Reference.read(Declarations.index());

  @Test
  void thePageInTheSourceTreeIsUpToDate() throws IOException {
    String text = ReferencePage.text(reference);
    if (Boolean.getBoolean("ruff.docs.write")) {
      Files.writeString(PAGE, text);
    }

    assertThat(PAGE).content().isEqualTo(text);
  }

  @Test
  void everyPublicNameHasAnEntry() {
    assertThat(reference.names()).contains(new StandardLibrary().names());
  }
}
