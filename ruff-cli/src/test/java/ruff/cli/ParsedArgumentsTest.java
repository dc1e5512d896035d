package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedArgumentsTest {
  @Test
  void optionsEndAtTheProgram() throws UsageException {
    ParsedArguments parsed = run("--untrusted", "main.ruff", "--allow-all", "-v", "--", "x");
    assertThat(parsed.has(Options.UNTRUSTED)).isTrue();
    assertThat(parsed.has(Options.ALLOW_ALL)).isFalse();
    assertThat(parsed.operands()).containsExactly("main.ruff", "--allow-all", "-v", "--", "x");
  }

  @Test
  void optionsEndAtCodeToo() throws UsageException {
    ParsedArguments parsed = run("-e", "print(1)", "--allow-all");
    assertThat(parsed.value(Options.CODE)).isEqualTo("print(1)");
    assertThat(parsed.operands()).containsExactly("--allow-all");
  }

  @Test
  void twoDashesLetAProgramStartWithOne() throws UsageException {
    assertThat(run("--", "-odd.ruff", "x").operands()).containsExactly("-odd.ruff", "x");
  }

  @Test
  void otherCommandsTakeOptionsAnywhere() throws UsageException {
    ParsedArguments parsed = check("a.ruff", "--json", "b.ruff", "--", "-c.ruff");
    assertThat(parsed.has(Options.JSON)).isTrue();
    assertThat(parsed.operands()).containsExactly("a.ruff", "b.ruff", "-c.ruff");
  }

  @Test
  void aLoneDashIsAnOperand() throws UsageException {
    assertThat(check("-").operands()).containsExactly("-");
    assertThat(run("-", "--json").operands()).containsExactly("-", "--json");
  }

  @Test
  void valuesFollowOrStandBehindAnEqualsSign() throws UsageException {
    assertThat(run("--scheduler-timeout-ms", "5", "x").value(Options.SCHEDULER_TIMEOUT))
        .isEqualTo("5");
    assertThat(run("--scheduler-timeout-ms=5", "x").value(Options.SCHEDULER_TIMEOUT))
        .isEqualTo("5");
  }

  @Test
  void shortFormsMeanTheSame() throws UsageException {
    assertThat(check("-q", "a.ruff").has(Options.QUIET)).isTrue();
  }

  @Test
  void anUnknownOptionIsNamedWithTheNearestOne() {
    assertThatThrownBy(() -> check("main.ruff", "--jsno"))
        .hasMessage("unexpected argument '--jsno' found")
        .extracting(fault -> ((UsageException) fault).tip())
        .isEqualTo("a similar argument exists: '--json'");
  }

  @Test
  void anUnknownOptionWithAValueIsNamedWithoutIt() {
    assertThatThrownBy(() -> run("--allow-foo=bar", "x"))
        .hasMessage("unexpected argument '--allow-foo' found");
  }

  @Test
  void hiddenOptionsAreAcceptedButNotSuggested() throws UsageException {
    assertThat(run("--jit", "x").has(Options.JIT)).isTrue();
    assertThatThrownBy(() -> run("--jt", "x"))
        .extracting(fault -> ((UsageException) fault).tip())
        .isNull();
  }

  @Test
  void switchesTakeNoValueAndComeOnce() {
    assertThatThrownBy(() -> run("--untrusted=true", "x"))
        .hasMessage("unexpected value 'true' for '--untrusted' found; no more were expected");
    assertThatThrownBy(() -> run("--untrusted", "--untrusted", "x"))
        .hasMessage("the argument '--untrusted' cannot be used multiple times");
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> run("--scheduler-timeout-ms"))
        .hasMessage("a value is required for '--scheduler-timeout-ms <N>' but none was supplied");
  }

  private static ParsedArguments run(String... words) throws UsageException {
    return ParsedArguments.leading(Options.RUN, List.of(words));
  }

  private static ParsedArguments check(String... words) throws UsageException {
    return ParsedArguments.mixed(Options.CHECK, List.of(words));
  }
}
