package ruff.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstructionSetPageTest {
  private static final Path PAGE = Path.of("../docs/BYTECODE.md");

  @Test
  void thePageInTheSourceTreeIsUpToDate() throws IOException {
    if (Boolean.getBoolean("ruff.docs.write")) {
      Files.writeString(PAGE, InstructionSetPage.text());
    }

    assertThat(PAGE).content().isEqualTo(InstructionSetPage.text());
  }

  @Test
  void everyInstructionHasARow() {
    String page = InstructionSetPage.text();

    for (Op op : Op.values()) {
      assertThat(page).containsOnlyOnce("| `" + op + "` |");
    }
  }

  @Test
  void noMeaningBreaksItsTable() {
    for (Op op : Op.values()) {
      assertThat(op.meaning()).doesNotContain("|").doesNotContain("\n");
    }
  }
}
