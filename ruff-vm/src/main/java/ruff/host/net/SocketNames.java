package ruff.host.net;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import ruff.policy.Endpoint;
import ruff.policy.IpAddress;

/** Facts about sockets and their addresses. */
final class SocketNames {
  private SocketNames() {}

  /** Such as {@code 127.0.0.1:80} or {@code [::1]:80}. */
  static String of(InetSocketAddress address) {
    String host = IpAddress.of(address.getAddress().getAddress()).toString();
    return Endpoint.unresolved(host, address.getPort()).name();
  }

  /** The kind of socket for an address. */
  static ProtocolFamily family(InetSocketAddress address) {
    return address.getAddress() instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  static void checkOpen(Channel channel) throws ClosedChannelException {
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
  }
}
