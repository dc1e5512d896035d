package ruff.serve.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import ruff.host.net.HttpLibrary;
import ruff.host.net.HttpListener;
import ruff.host.net.HttpTransport;
import ruff.policy.Meter;

/** Lends Jetty to the host. */
public final class JettyLibrary implements HttpLibrary {
  @Override
  public HttpTransport newTransport() {
    return new JettyTransport();
  }

  @Override
  public HttpListener listen(InetSocketAddress address, int maxBodyBytes, Meter meter)
      throws IOException {
    return JettyListener.start(address, maxBodyBytes, meter);
  }
}
