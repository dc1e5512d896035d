package ruff.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.cli.Tiers.Mode;
import ruff.host.Host;
import ruff.policy.Capability;
import ruff.policy.Decision;
import ruff.policy.Policy;
import ruff.policy.Resource;

class RunRequestTest {
  private final Host host =
      Host.inMemory(
          "", OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Path.of("/"));

  @Test
  void dropsOneSeparatorBetweenProgramAndArguments() throws UsageException {
    assertThat(request("f", "--", "--help").arguments()).containsExactly("--help");
    assertThat(request("f", "--", "--", "y").arguments()).containsExactly("--", "y");
    assertThat(request("f", "x", "--").arguments()).containsExactly("x", "--");
    assertThat(RunRequest.plain(ProgramSource.of("f"), List.of("--", "x"), host).arguments())
        .containsExactly("x");
  }

  @Test
  void aProgramIsTrustedWithoutSwitches() throws UsageException {
    assertThat(request("f").policy()).isSameAs(Policy.trusted());
  }

  @Test
  void untrustedDeniesEverything() throws UsageException {
    Policy policy = request("--untrusted", "f").policy();
    for (Capability capability : Capability.values()) {
      assertThat(allows(policy, capability)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void oneGrantAloneDeniesTheRest(Capability granted) throws UsageException {
    Policy policy = request(granted.flag(), "f").policy();
    for (Capability capability : Capability.values()) {
      assertThat(allows(policy, capability)).isEqualTo(capability == granted);
    }
  }

  @Test
  void allowNetGrantsBothDirections() throws UsageException {
    Policy policy = request("--allow-net", "f").policy();
    assertThat(allows(policy, Capability.NETWORK_CLIENT)).isTrue();
    assertThat(allows(policy, Capability.NETWORK_SERVER)).isTrue();
    assertThat(allows(policy, Capability.DATABASE)).isFalse();
  }

  @Test
  void allowAllWins() throws UsageException {
    assertThat(request("--untrusted", "--allow-all", "f").policy()).isSameAs(Policy.trusted());
  }

  @Test
  void theTimeoutComesFromTheFlagThenTheVariableThenTheDefault() throws UsageException {
    assertThat(request("f").schedulerTimeoutMillis()).isEqualTo(120_000);
    host.environment().set("RUFF_SCHEDULER_TIMEOUT_MS", "700");
    assertThat(request("f").schedulerTimeoutMillis()).isEqualTo(700);
    assertThat(request("--scheduler-timeout-ms", "50", "f").schedulerTimeoutMillis()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "+5", "soon", "99999999999999999999"})
  void aVariableThatIsNoPositiveNumberIsIgnored(String value) throws UsageException {
    host.environment().set("RUFF_SCHEDULER_TIMEOUT_MS", value);
    assertThat(request("f").schedulerTimeoutMillis()).isEqualTo(120_000);
  }

  @Test
  void aTimeoutOfZeroIsRefusedAsADiagnostic() {
    assertThatThrownBy(() -> request("--scheduler-timeout-ms", "0", "f"))
        .hasMessage("Scheduler timeout must be greater than 0ms")
        .matches(fault -> ((UsageException) fault).coded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", ""})
  void aTimeoutThatIsNoNumberIsAnInvalidValue(String value) {
    assertThatThrownBy(() -> request("--scheduler-timeout-ms=" + value, "f"))
        .hasMessage(
            "invalid value '"
                + value
                + "' for '--scheduler-timeout-ms <N>': not a number of milliseconds");
  }

  @Test
  void runtimeNamesAreCheckedAndIgnored() throws UsageException {
    assertThat(request("--runtime", "interpreter", "f").tiers().mode()).isEqualTo(Mode.AUTO);
    assertThatThrownBy(() -> request("--runtime", "fast", "f"))
        .hasMessageStartingWith("invalid value 'fast' for '--runtime <NAME>'");
  }

  @Test
  void theTierComesFromTheFlagThenTheVariable() throws UsageException {
    assertThat(request("f").tiers().mode()).isEqualTo(Mode.AUTO);
    host.environment().set("RUFF_JIT", "eager");
    assertThat(request("f").tiers().mode()).isEqualTo(Mode.EAGER);
    assertThat(request("--interpreter", "f").tiers().mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void codeStandsForAProgram() throws UsageException {
    RunRequest request = request("-e", "print(1)", "--", "x");
    assertThat(request.source()).isEqualTo(new ProgramSource.Code("print(1)"));
    assertThat(request.arguments()).containsExactly("x");
  }

  @Test
  void aDashStandsForStandardInput() throws UsageException {
    assertThat(request("-").source()).isEqualTo(new ProgramSource.StandardInput());
  }

  @Test
  void aProgramIsRequired() {
    assertThatThrownBy(() -> request("--untrusted"))
        .hasMessage("the following required arguments were not provided:\n  <FILE>");
  }

  private RunRequest request(String... words) throws UsageException {
    return RunRequest.of(ParsedArguments.leading(Options.RUN, List.of(words)), host);
  }

  private static boolean allows(Policy policy, Capability capability) {
    return policy.decide(capability, "f", Resource.NONE) == Decision.ALLOWED;
  }
}
