package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the module loader refuses. Links and large files are made here, a corpus cannot hold them.
 */
class ModuleHardeningTest {
  private final Scratch scratch = Scratch.create();
  private final Path project = scratch.folder().resolve("project");

  @AfterEach
  void removeFiles() {
    scratch.close();
  }

  @Test
  void aLinkThatLeadsOutOfTheSearchRootIsRefusedEvenWhereAnotherRootHasTheModule()
      throws IOException {
    write(scratch.folder().resolve("outside.ruff"), "export secret := 1\n");
    write(project.resolve("modules/leaky.ruff"), "export secret := 2\n");
    link(project.resolve("leaky.ruff"), Path.of("../outside.ruff"));
    String text =
        run("try { from leaky import secret print(secret) } except e { print(e.message) }");
    assertThat(text)
        .startsWith("Unsafe module import 'leaky': resolved path '")
        .contains("outside.ruff' escapes module search root '");
  }

  @Test
  void aLinkThatStaysInsideTheSearchRootIsTheSameModuleAsItsTarget() throws IOException {
    write(project.resolve("real/kit.ruff"), "print(\"loads\")\nexport v := 1\n");
    link(project.resolve("kit.ruff"), Path.of("real/kit.ruff"));
    String text = run("import kit\nfrom real.kit import v\nprint(kit.v, v)");
    assertThat(text).isEqualTo("loads\n1 1\n");
  }

  @Test
  void aLinkedFolderThatLeadsOutsideIsRefused() throws IOException {
    write(scratch.folder().resolve("elsewhere/part.ruff"), "export v := 1\n");
    Files.createDirectories(project);
    link(project.resolve("parts"), Path.of("../elsewhere"));
    String text = run("try { from parts.part import v print(v) } except e { print(e.message) }");
    assertThat(text).startsWith("Unsafe module import 'parts.part': resolved path '");
  }

  @Test
  void aModuleLargerThanTheLimitIsRefused() throws IOException {
    write(project.resolve("large.ruff"), "# " + "x".repeat(1_048_576) + "\n");
    String text = run("try { import large } except e { print(e.message) }");
    assertThat(text)
        .isEqualTo(
            "Failed to parse module 'large': 1:1: Source size 1048579 bytes exceeds maximum"
                + " allowed 1048576 bytes\n");
  }

  @Test
  void aModuleThatIsNoTextOrNoFileIsAnErrorThatCanBeCaught() throws IOException {
    Files.createDirectories(project);
    Files.write(project.resolve("binary.ruff"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Files.createDirectories(project.resolve("folder.ruff"));
    String text =
        run(
            "try { import binary } except e { print(\"binary:\", len(e.message) > 0) }\n"
                + "try { import folder } except e { print(\"folder:\", len(e.message) > 0) }");
    assertThat(text).isEqualTo("binary: true\nfolder: true\n");
  }

  private String run(String program) throws IOException {
    write(project.resolve("main.ruff"), program + "\n");
    Observed observed = new InProcess().run(List.of("run", "main.ruff"), project, "", Map.of());
    assertThat(observed.err()).isEmpty();
    return observed.out();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void link(Path link, Path target) throws IOException {
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, target);
  }
}
