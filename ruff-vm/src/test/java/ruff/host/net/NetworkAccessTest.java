package ruff.host.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.policy.Capability;
import ruff.policy.DeniedException;
import ruff.policy.DestinationPolicy;
import ruff.policy.Policy;

class NetworkAccessTest {
  private static final Policy STRICT =
      Policy.trusted().withDestinations(DestinationPolicy.DENY_PRIVATE);
  private static final Policy UNKNOWN =
      Policy.trusted().withDestinations(DestinationPolicy.of("perhaps", null, null));

  private static CheckedDestination destination(Policy policy, String host, long port)
      throws Exception {
    return new NetworkAccess(policy, "tcp_connect").destination("S", host, port);
  }

  @Test
  void aCheckedDestinationHoldsTheAddressesThatWereJudged() throws Exception {
    CheckedDestination destination = destination(Policy.trusted(), "[::1]", 81);

    assertThat(destination.host()).isEqualTo("::1");
    assertThat(destination.addresses())
        .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("::1"), 81));
    assertThat(destination(Policy.trusted(), "localhost", 81).addresses())
        .isNotEmpty()
        .noneMatch(InetSocketAddress::isUnresolved);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -4, 65_536, Long.MAX_VALUE})
  void thePortIsLookedAtFirst(long port) {
    assertThatThrownBy(() -> destination(UNKNOWN, "127.0.0.1", port))
        .hasMessage("S failed: destination port must be 1-65535");
  }

  @Test
  void anUnknownRuleRefusesEverything() {
    assertThatThrownBy(() -> destination(UNKNOWN, "127.0.0.1", 1))
        .isInstanceOf(NetworkFailure.class)
        .hasMessage(
            "Invalid RUFF_NET_DESTINATION_POLICY value 'perhaps'; expected one of: allow_all,"
                + " deny_private");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "127.1, 127.0.0.1",
    "2130706433, 127.0.0.1",
    "017700000001, 127.0.0.1",
    "0177.0.0.1, 127.0.0.1",
    "0x7f.1, 127.0.0.1",
    "::1, ::1",
    "[::], ::",
    "::ffff:10.0.0.1, 10.0.0.1",
    "169.254.169.254, 169.254.169.254",
    "fd00::1, fd00::1",
    "64:ff9b::7f00:1, 64:ff9b::7f00:1",
    "0.0.0.0, 0.0.0.0"
  })
  void addressesAreJudgedHoweverTheyAreWritten(String written, String shown) {
    assertThatThrownBy(() -> destination(STRICT, written, 1))
        .isInstanceOf(NetworkFailure.class)
        .hasMessageContaining("S blocked by outbound destination policy 'deny_private'")
        .hasMessageContaining("(resolved to blocked addresses: " + shown + ")");
  }

  @Test
  void namesAreJudgedByTheirAddresses() {
    assertThatThrownBy(() -> destination(STRICT, "localhost", 1))
        .isInstanceOf(NetworkFailure.class)
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void publicAddressesPassTheStrictRule() throws Exception {
    assertThat(destination(STRICT, "93.184.216.34", 443).addresses()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\0b"})
  void whatIsNoNameIsNotLookedUp(String host) {
    assertThatThrownBy(() -> destination(Policy.trusted(), host, 1))
        .isInstanceOf(java.net.UnknownHostException.class)
        .hasMessageContaining("Name or service not known");
    assertThatThrownBy(() -> destination(STRICT, host, 1))
        .isInstanceOf(NetworkFailure.class)
        .hasMessage(
            "Failed to resolve network destination '"
                + host
                + ":1': failed to lookup address information: Name or service not known");
  }

  @Test
  void clientAndServerNeedTheirOwnCapability() {
    Policy server = Policy.granting(Set.of(Capability.NETWORK_SERVER));
    Policy client = Policy.granting(Set.of(Capability.NETWORK_CLIENT));

    assertThatThrownBy(() -> destination(server, "127.0.0.1", 1))
        .isInstanceOf(DeniedException.class);
    assertThatThrownBy(() -> new NetworkAccess(client, "tcp_listen").listen("127.0.0.1", 0))
        .isInstanceOf(DeniedException.class);
    assertThatThrownBy(() -> new NetworkAccess(client, "udp_bind").bind("127.0.0.1", 0))
        .isInstanceOf(DeniedException.class);
    assertThatThrownBy(() -> new NetworkAccess(client, "listen").serve("127.0.0.1", 0, 1))
        .isInstanceOf(DeniedException.class);
  }

  @Test
  void aServerTakesNoPortBeyondTheLast() {
    assertThatThrownBy(
            () -> new NetworkAccess(Policy.trusted(), "tcp_listen").listen("127.0.0.1", 70_000))
        .isInstanceOf(IOException.class)
        .hasMessage("invalid port value");
  }
}
