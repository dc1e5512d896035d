package ruff.host.net;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where a connection may go: the addresses of a host that the policy has agreed to. Only {@link
 * NetworkAccess} makes one, and nothing connects without one, so that what is connected to is what
 * was checked.
 */
public final class CheckedDestination {
  private final String host;
  private final int port;
  private final List<InetSocketAddress> addresses;

  CheckedDestination(String host, int port, List<InetSocketAddress> addresses) {
    this.host = host;
    this.port = port;
    this.addresses = addresses;
  }

  /** The name or address that was asked for, without brackets. */
  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  /** All of them are resolved; not empty. To be tried in this order. */
  public List<InetSocketAddress> addresses() {
    return addresses;
  }
}
