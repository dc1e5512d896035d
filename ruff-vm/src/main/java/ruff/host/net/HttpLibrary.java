package ruff.host.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ServiceLoader;

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
   */
  HttpListener listen(InetSocketAddress address, int maxBodyBytes) throws IOException;

  /** The library that is there; a Ruff without one is put together wrongly. */
  static HttpLibrary installed() {
    return ServiceLoader.load(HttpLibrary.class, HttpLibrary.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no HTTP library"));
  }
}
