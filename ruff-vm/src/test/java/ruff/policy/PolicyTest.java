package ruff.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
  @ParameterizedTest
  @EnumSource(Capability.class)
  void trustedAllowsEveryCapability(Capability capability) {
    assertThatCode(() -> Policy.trusted().check(capability, "f")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void untrustedDeniesEveryCapability(Capability capability) {
    assertThat(Policy.untrusted().decide(capability, "f", Resource.NONE))
        .isInstanceOf(Decision.Denied.class);
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void aGrantAllowsItsCapabilityAndNoOther(Capability capability) {
    Policy policy = Policy.granting(Set.of(capability));

    for (Capability asked : Capability.values()) {
      assertThat(policy.decide(asked, "f", () -> "x") == Decision.ALLOWED)
          .isEqualTo(asked == capability);
    }
  }

  @Test
  void aDenialNamesCapabilityFunctionAndSwitch() {
    assertThatThrownBy(() -> Policy.untrusted().check(Capability.FILESYSTEM_READ, "read_file"))
        .isInstanceOf(DeniedException.class)
        .hasMessage(
            "Capability denied: filesystem-read required for read_file; rerun with"
                + " --allow-fs-read");
  }

  @Test
  void laterChangesOfTheGivenSetDoNotReachThePolicy() {
    EnumSet<Capability> capabilities = EnumSet.noneOf(Capability.class);
    Policy policy = Policy.granting(capabilities);
    capabilities.add(Capability.RANDOM);

    assertThat(policy.decide(Capability.RANDOM, "random", Resource.NONE))
        .isInstanceOf(Decision.Denied.class);
  }
}
