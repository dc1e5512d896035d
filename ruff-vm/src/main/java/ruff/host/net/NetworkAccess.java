package ruff.host.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ruff.policy.Budget;
import ruff.policy.Capability;
import ruff.policy.DestinationPolicy;
import ruff.policy.Endpoint;
import ruff.policy.IpAddress;
import ruff.policy.Loan;
import ruff.policy.Meter;
import ruff.policy.Policy;

/**
 * The network as one function of a program may use it. Names are resolved here and nowhere else,
 * and the policy judges what they resolve to: the host, the port and each address.
 */
public final class NetworkAccess {
  public static final int HIGHEST_PORT = 65_535;

  /** How long a name may take to be looked up where nothing else limits it. */
  private static final long LOOKUP_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Policy policy;
  private final String surface;

  /**
   * @param surface the public name of the function, for denials
   */
  public NetworkAccess(Policy policy, String surface) {
    this.policy = policy;
    this.surface = surface;
  }

  /** As {@link #destination(String, String, long, Deadline)}, with a limit of its own. */
  public CheckedDestination destination(String call, String host, long port)
      throws NetworkFailure, UnknownHostException, SocketTimeoutException, InterruptedException {
    return destination(call, host, port, Deadline.in(LOOKUP_NANOS));
  }

  /**
   * Resolves a host and asks whether the program may connect to it.
   *
   * @param call what messages begin with, such as {@code HTTP GET}
   * @param port any number
   * @throws NetworkFailure when the port cannot be one, or the rule for outbound connections says
   *     no
   * @throws UnknownHostException when there is no such host
   * @throws SocketTimeoutException when that takes too long
   */
  public CheckedDestination destination(String call, String host, long port, Deadline deadline)
      throws NetworkFailure, UnknownHostException, SocketTimeoutException, InterruptedException {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new NetworkFailure(call + " failed: destination port must be 1-65535");
    }
    DestinationPolicy rule = policy.destinations();
    if (rule.fault() != null) {
      throw new NetworkFailure(rule.fault());
    }
    String name = NameLookup.withoutBrackets(host);
    Endpoint asked = Endpoint.unresolved(name, (int) port);
    policy.checkLookup(Capability.NETWORK_CLIENT, surface, asked);
    InetAddress[] found = lookUp(rule, asked, deadline);
    List<IpAddress> judged = new ArrayList<>();
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (InetAddress address : found) {
      judged.add(IpAddress.of(address.getAddress()));
      addresses.add(new InetSocketAddress(address, asked.port()));
    }
    String refusal = rule.refusal(call, judged);
    if (refusal != null) {
      throw new NetworkFailure(refusal);
    }
    for (IpAddress address : judged) {
      policy.check(Capability.NETWORK_CLIENT, surface, asked.at(address));
    }
    return new CheckedDestination(name, asked.port(), List.copyOf(addresses));
  }

  private InetAddress[] lookUp(DestinationPolicy rule, Endpoint asked, Deadline deadline)
      throws NetworkFailure, UnknownHostException, SocketTimeoutException, InterruptedException {
    try {
      return NameLookup.addresses(asked.host(), deadline);
    } catch (UnknownHostException unknown) {
      // Only rules about names can speak for a host without an address.
      policy.check(Capability.NETWORK_CLIENT, surface, asked);
      if (rule.judgesAddresses()) {
        throw new NetworkFailure(
            "Failed to resolve network destination '" + asked.name() + "': " + NameLookup.FAILED);
      }
      throw unknown;
    }
  }

  /**
   * Counts what was sent or received in another way than over a stream or socket of this object.
   */
  void count(long bytes) {
    policy.meter().use(Budget.NET_BYTES, bytes);
  }

  /** Takes a place among the open files for a connection that is made in another way. */
  Loan place() {
    return policy.meter().borrow(Budget.OPEN_FILES);
  }

  /** Connects to the first address of a destination that answers. */
  public TcpStream connect(CheckedDestination destination)
      throws IOException, InterruptedException {
    IOException last = new SocketException("no address");
    for (InetSocketAddress address : destination.addresses()) {
      try {
        return TcpStream.connect(address, policy.meter());
      } catch (IOException failure) {
        last = failure;
      }
    }
    throw last;
  }

  /** Listens for connections. */
  public TcpListener listen(String host, long port) throws IOException, InterruptedException {
    return TcpListener.bind(local(host, port), policy.meter());
  }

  /** Opens a socket for datagrams; port 0 takes any. */
  public UdpSocket bind(String host, long port) throws IOException, InterruptedException {
    return UdpSocket.bind(local(host, port), policy.meter());
  }

  /**
   * The address of this machine that a server is to use, after asking whether it may.
   *
   * @throws IOException when there is none such
   */
  private InetSocketAddress local(String host, long port) throws IOException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new SocketException("invalid port value");
    }
    String name = NameLookup.withoutBrackets(host);
    Endpoint asked = Endpoint.unresolved(name, (int) port);
    policy.checkLookup(Capability.NETWORK_SERVER, surface, asked);
    InetAddress address = NameLookup.addresses(name, Deadline.in(LOOKUP_NANOS))[0];
    policy.check(Capability.NETWORK_SERVER, surface, asked.at(IpAddress.of(address.getAddress())));
    return new InetSocketAddress(address, asked.port());
  }

  /** Starts a server of HTTP; longer bodies of requests than that are refused. */
  public HttpListener serve(String host, long port, int maxBodyBytes)
      throws IOException, InterruptedException {
    InetSocketAddress address = local(host, port);
    Meter meter = policy.meter();
    Loan place = meter.borrow(Budget.OPEN_FILES);
    try {
      HttpListener listener = HttpLibrary.installed().listen(address, maxBodyBytes, meter);
      return new CountedListener(listener, meter, place);
    } catch (IOException | RuntimeException failure) {
      place.close();
      throw failure;
    }
  }
}
