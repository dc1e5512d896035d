package ruff.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are literals here: nothing is looked up and nothing is connected to. */
class IpAddressTest {
  private static IpAddress address(String literal) {
    try {
      return IpAddress.of(InetAddress.ofLiteral(literal).getAddress());
    } catch (IllegalArgumentException unknown) {
      throw new AssertionError(unknown);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "ff00::",
        "ff02::1",
        "fc00::",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "::ffff:0:127.0.0.1",
        "::ffff:0:a00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1"
      })
  void innerNetworksArePrivate(String literal) {
    assertThat(address(literal).isPrivate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:db8::1",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::1",
        "::ffff:8.8.8.8",
        "::ffff:0:8.8.8.8",
        "fb00::1"
      })
  void otherAddressesAreNot(String literal) {
    assertThat(address(literal).isPrivate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "::1, ::1",
    "fe80:0:0:0:0:0:0:1, fe80::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:0:0:0:0:0:0:0, 1::",
    "127.0.0.1, 127.0.0.1"
  })
  void textIsShort(String literal, String text) {
    assertThat(address(literal)).hasToString(text);
  }

  @Test
  void aMappedAddressIsTheAddressItself() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 127;
    mapped[15] = 1;

    assertThat(IpAddress.of(mapped)).isEqualTo(address("127.0.0.1"));
    assertThat(IpAddress.of(mapped).isV4()).isTrue();
  }

  @Test
  void theFirstBitsDecideWhetherItIsInANetwork() {
    assertThat(address("10.1.2.3").isIn(address("10.1.0.0"), 16)).isTrue();
    assertThat(address("10.2.2.3").isIn(address("10.1.0.0"), 16)).isFalse();
    assertThat(address("10.1.127.3").isIn(address("10.1.0.0"), 17)).isTrue();
    assertThat(address("10.1.128.3").isIn(address("10.1.0.0"), 17)).isFalse();
    assertThat(address("10.1.128.3").isIn(address("0.0.0.0"), 0)).isTrue();
    assertThat(address("::1").isIn(address("0.0.0.0"), 0)).isFalse();
    assertThat(address("fd00::5").isIn(address("fd00::5"), 128)).isTrue();
  }

  @Test
  void aRefusalNamesTheBlockedAddressesOnceAndInOrder() {
    List<IpAddress> found =
        List.of(address("::1"), address("8.8.8.8"), address("127.0.0.1"), address("::1"));

    assertThat(DestinationPolicy.DENY_PRIVATE.refusal("tcp_connect", found))
        .isEqualTo(
            "tcp_connect blocked by outbound destination policy 'deny_private' (resolved to blocked"
                + " addresses: 127.0.0.1, ::1). Set RUFF_ALLOW_PRIVATE_NETWORK_DESTINATIONS=1 to"
                + " allow trusted local/private destinations.");
    assertThat(DestinationPolicy.ALLOW_ALL.refusal("tcp_connect", found)).isNull();
    assertThat(DestinationPolicy.DENY_PRIVATE.refusal("x", List.of(address("8.8.8.8")))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "' Deny_Private ', , DenyPrivate",
    "strict, , DenyPrivate",
    "deny-private, yes, AllowAll",
    "deny_private, ' TRUE ', AllowAll",
    "deny_private, 2, DenyPrivate",
    "'', , AllowAll",
    "permissive, , AllowAll",
    "nonsense, 1, Invalid"
  })
  void theVariablesChooseTheRule(String value, String override, String kind) {
    DestinationPolicy rule = DestinationPolicy.of(value, override, DestinationPolicy.DENY_PRIVATE);

    assertThat(rule.getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void aVariableThatHoldsNonsenseRefusesEveryCall() {
    assertThat(DestinationPolicy.of("no", null, DestinationPolicy.ALLOW_ALL).fault())
        .isEqualTo(
            "Invalid RUFF_NET_DESTINATION_POLICY value 'no'; expected one of: allow_all,"
                + " deny_private");
  }
}
