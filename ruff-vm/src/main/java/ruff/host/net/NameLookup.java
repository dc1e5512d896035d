package ruff.host.net;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ruff.policy.IpAddress;
import ruff.policy.NumericHost;

/** Finds the addresses of hosts, in bounded time. */
final class NameLookup {
  /** What failed lookups are called. */
  static final String FAILED = "failed to lookup address information: Name or service not known";

  private NameLookup() {}

  /** An address of IPv6 as it stands in a URL loses its brackets. */
  static String withoutBrackets(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return bracketed ? host.substring(1, host.length() - 1) : host;
  }

  /** All addresses of a host, at least one. */
  static InetAddress[] addresses(String host, Deadline deadline)
      throws UnknownHostException, SocketTimeoutException, InterruptedException {
    if (host.isBlank() || host.indexOf('\0') >= 0) {
      throw new UnknownHostException(FAILED);
    }
    IpAddress numeric = numeric(host);
    if (numeric != null) {
      return new InetAddress[] {InetAddress.getByAddress(numeric.toBytes())};
    }
    try {
      return new InetAddress[] {InetAddress.ofLiteral(host)};
    } catch (IllegalArgumentException notAnAddress) {
      return lookUp(host, deadline);
    }
  }

  private static IpAddress numeric(String host) throws UnknownHostException {
    try {
      return NumericHost.read(host);
    } catch (IllegalArgumentException noAddress) {
      throw new UnknownHostException(FAILED);
    }
  }

  /** Asks the system on another thread, since nothing can interrupt it. */
  private static InetAddress[] lookUp(String host, Deadline deadline)
      throws UnknownHostException, SocketTimeoutException, InterruptedException {
    var answer = new CompletableFuture<InetAddress[]>();
    Runnable asking =
        () -> {
          try {
            answer.complete(InetAddress.getAllByName(host));
          } catch (UnknownHostException | RuntimeException unknown) {
            answer.completeExceptionally(unknown);
          }
        };
    Thread.ofPlatform().daemon().name("ruff-lookup").start(asking);
    try {
      return answer.get(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException unknown) {
      throw new UnknownHostException(FAILED);
    } catch (TimeoutException late) {
      throw new SocketTimeoutException("the name of the host could not be looked up in time");
    }
  }
}
