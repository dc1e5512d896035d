package ruff.policy;

/**
 * Hosts, perhaps on one port only: a name, the names below a domain, or a network.
 *
 * @param text as it was written
 * @param name in lower case, beginning with a dot for the names below it; null for a network alone
 * @param network any address of the network; null for names alone
 * @param prefixBits how many bits of the address count
 * @param port 0 for all
 */
public record EndpointRule(String text, String name, IpAddress network, int prefixBits, int port)
    implements Rule {
  private static final int ONE_HOST = 2000;
  private static final int MANY_HOSTS = 1000;
  private static final IpAddress LOOPBACK = IpAddress.of(new byte[] {127, 0, 0, 1});
  private static final int LOOPBACK_BITS = 8;

  /** The name that means the machine itself whatever it is looked up as. */
  static final String LOCALHOST = "localhost";

  @Override
  public boolean matches(Resource resource) {
    return resource instanceof Endpoint endpoint
        && isPort(endpoint)
        && (isNamed(endpoint.host()) || isAddress(endpoint.address()));
  }

  @Override
  public boolean mayMatch(Resource resource) {
    return resource instanceof Endpoint endpoint
        && isPort(endpoint)
        && (network != null || LOCALHOST.equals(name) || isNamed(endpoint.host()));
  }

  private boolean isPort(Endpoint endpoint) {
    return port == 0 || endpoint.port() == port;
  }

  private boolean isNamed(String host) {
    if (name == null) {
      return false;
    }
    String asked = normal(host);
    return name.startsWith(".")
        ? asked.endsWith(name) && asked.length() > name.length()
        : asked.equals(name);
  }

  /** The form of a host name that is compared: in lower case, without the dot at the end. */
  public static String normal(String host) {
    String lower = host.toLowerCase(java.util.Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private boolean isAddress(IpAddress address) {
    if (address == null) {
      return false;
    }
    if (LOCALHOST.equals(name)) {
      return address.isIn(LOOPBACK, LOOPBACK_BITS) || address.toString().equals("::1");
    }
    return network != null && address.isIn(network, prefixBits);
  }

  @Override
  public int weight() {
    return 2 * hostWeight() + (port == 0 ? 0 : 1);
  }

  private int hostWeight() {
    if (network != null) {
      return prefixBits == network.bits() ? ONE_HOST : MANY_HOSTS + prefixBits;
    }
    return name.startsWith(".") ? MANY_HOSTS + name.length() : ONE_HOST;
  }

  @Override
  public String toString() {
    return text;
  }
}
