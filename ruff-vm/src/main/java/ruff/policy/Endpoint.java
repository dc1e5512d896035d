package ruff.policy;

/**
 * One end of a connection: where a client connects or sends to, or where a server listens.
 *
 * @param host as the program wrote it, without the brackets around an address of IPv6
 * @param port 0 where a server takes any
 * @param address what is connected to or listened on; null so long as the name is not resolved
 */
public record Endpoint(String host, int port, IpAddress address) implements Resource {
  /** A host whose name has not been looked up yet. */
  public static Endpoint unresolved(String host, int port) {
    return new Endpoint(host, port, null);
  }

  /** The same with the address that is going to be used. */
  public Endpoint at(IpAddress resolved) {
    return new Endpoint(host, port, resolved);
  }

  @Override
  public String name() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return shown + ":" + port;
  }
}
