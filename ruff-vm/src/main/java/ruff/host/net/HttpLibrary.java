package ruff.host.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ServiceLoader;
import ruff.policy.Meter;

/**
 * What speaks HTTP on the wire. It is found as a service when a program first needs it, so that
 * programs without HTTP do not pay for it.
 */
public interface HttpLibrary {
  HttpTransport newTransport();

  /**
   * Starts a server.
   *
   * @param maxBodyBytes longer bodies of requests are refused
   * @param meter counts connections as open files; one for which there is no place is closed
   */
  HttpListener listen(InetSocketAddress address, int maxBodyBytes, Meter meter) throws IOException;

  /** The library that is there; a Ruff without one is put together wrongly. */
  static HttpLibrary installed() {
    return ServiceLoader.load(HttpLibrary.class, HttpLibrary.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no HTTP library"));
  }
}
