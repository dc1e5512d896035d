package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.host.Host;

class CommandLineTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "-h", "help"})
  void theMainHelpListsEveryCommandForPeople(String word) {
    int status = word.isEmpty() ? ruff() : ruff(word);
    assertThat(status).isEqualTo(ExitStatus.OK);
    assertThat(out()).contains("Usage: ruff", "--version");
    for (Command command : Command.values()) {
      assertThat(out().contains("\n  " + command.word() + " ")).isEqualTo(!command.forEditors());
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void everyCommandExplainsItself(Command command) {
    assertThat(ruff(command.word(), "--help")).isEqualTo(ExitStatus.OK);
    assertThat(out()).contains("Usage: ruff " + command.word(), command.summary(), "--help");
    String help = out();
    out.reset();
    assertThat(ruff("help", command.word())).isEqualTo(ExitStatus.OK);
    assertThat(out()).isEqualTo(help);
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aCommandThatIsNotBuiltSaysSo(Command command) {
    if (command.built()) {
      return;
    }
    assertThat(ruff(command.word(), "x", "--y")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).isEqualTo("error: the command '" + command.word() + "' is not built yet\n");
  }

  @Test
  void helpForEditorsListsTheQueries() {
    assertThat(ruff("help", "editor")).isEqualTo(ExitStatus.OK);
    assertThat(out()).contains("lsp-hover", "lsp-rename");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "version"})
  void theVersionIsThatOfTheBuild(String word) {
    assertThat(ruff(word)).isEqualTo(ExitStatus.OK);
    assertThat(out()).matches("ruff \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void anUnknownCommandIsNamedWithTheNearestOne() {
    assertThat(ruff("fromat", "x")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).startsWith("error: unknown command 'fromat'; did you mean 'format'?\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void aWordLikeNothingGetsNoSuggestion() {
    assertThat(ruff("frobnicate")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).startsWith("error: unknown command 'frobnicate'\n").contains("Usage: ruff");
  }

  @Test
  void anUnknownFlagNamesTheNearestAndTheUsage() {
    assertThat(ruff("check", "main.ruff", "--quite")).isEqualTo(ExitStatus.USAGE);
    assertThat(err())
        .isEqualTo(
            """
            error: unexpected argument '--quite' found

              tip: a similar argument exists: '--quiet'

            Usage: ruff check [OPTIONS] FILE...

            For more information, try '--help'.
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "test-run"})
  void aMissingFileArgumentIsNamed(String command) {
    assertThat(ruff(command)).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).contains("required arguments were not provided", "<FILE>");
  }

  @Test
  void quietAndVerboseExcludeEachOther() {
    assertThat(ruff("check", "-q", "-v", "main.ruff")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).contains("'--quiet' cannot be used with '--verbose'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "test", "version", "help"})
  void capabilitySwitchesBelongToCommandsThatRunPrograms(String command) {
    assertThat(ruff(command, "--untrusted")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).contains("unexpected argument '--untrusted' found");
  }

  @Test
  void optionsOfACommandMustFollowIt() {
    assertThat(ruff("--untrusted", "run", "main.ruff")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).startsWith("error: options of 'run' must follow it\n");
  }

  @Test
  void aTimeoutOfZeroIsADiagnostic() {
    assertThat(ruff("run", "--scheduler-timeout-ms", "0", "main.ruff")).isEqualTo(ExitStatus.USAGE);
    assertThat(err())
        .isEqualTo("[RUFCLI001] [cli] error: Scheduler timeout must be greater than 0ms\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "test-run"})
  void aFileThatIsMissingHasItsOwnStatus(String command) {
    assertThat(ruff(command, "absent.ruff")).isEqualTo(ExitStatus.FILE);
    assertThat(err())
        .isEqualTo(
            "[RUFCLI001] [cli] error: Failed to read .ruff file 'absent.ruff':"
                + " No such file or directory (os error 2)\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void aPathNeedsNoCommandToBeRun() {
    assertThat(ruff("absent.ruff", "x")).isEqualTo(ExitStatus.FILE);
    assertThat(ruff("./absent")).isEqualTo(ExitStatus.FILE);
    assertThat(ruff("--untrusted", "absent.ruff")).isEqualTo(ExitStatus.FILE);
  }

  @Test
  void aSourceThatIsTooLargeIsASyntaxError() throws IOException {
    Files.writeString(folder.resolve("big.ruff"), " ".repeat(1_048_577));
    assertThat(ruff("run", "big.ruff")).isEqualTo(ExitStatus.SYNTAX);
    assertThat(err())
        .contains("Source size 1048577 bytes exceeds maximum allowed 1048576 bytes")
        .contains("  --> big.ruff:1:1");
  }

  @Test
  void snapshotsNeedTheirFolder() {
    assertThat(ruff("test")).isEqualTo(ExitStatus.FILE);
    assertThat(err()).isEqualTo("[!] Failed to read test directory: tests\n");
  }

  @Test
  void aRuntimeNameIsChecked() {
    assertThat(ruff("test", "--runtime", "fast")).isEqualTo(ExitStatus.USAGE);
    assertThat(err()).contains("invalid value 'fast' for '--runtime <NAME>'");
  }

  private int ruff(String... arguments) {
    return new CommandLine(Host.inMemory("", out, err, folder)).run(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
