package ruff.serve.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import ruff.serve.http.Limits;
import ruff.serve.preview.LiveReload;
import ruff.serve.preview.PreviewSite;
import ruff.serve.site.Decisions;
import ruff.serve.site.Site;
import ruff.serve.site.SiteOptions;

/** A server for one folder: listens from its start until it is stopped. */
public final class PreviewServer {
  private static final int MAX_THREADS = 24;
  private static final int SELECTORS = 2;
  private static final int BACKLOG = 1024;

  /** So that the progress of slow readers shows often enough. */
  private static final int SEND_BUFFER = 256 << 10;

  private static final long GRACE_MILLIS = 1500;

  /** After a connection that could not be taken. */
  private static final long REST_MILLIS = 10;

  private static final String PROTOCOL = "http/1.1";

  private final Server server;
  private final ServerConnector connector;
  private final Service service;

  private PreviewServer(Server server, ServerConnector connector, Service service) {
    this.server = server;
    this.connector = connector;
    this.service = service;
  }

  /**
   * Starts a server.
   *
   * @param keys for encryption, or null for none
   * @param log null for none
   * @param live where connections listen for changes
   * @throws IOException when the address cannot be listened at; its message is for people
   */
  public static PreviewServer start(
      Address address,
      KeyStore keys,
      SiteOptions options,
      Limits limits,
      AccessLog log,
      LiveReload live)
      throws IOException {
    Decisions decisions = options.previews() ? new PreviewSite(options, live) : new Site(options);
    Deadlines deadlines = new Deadlines(Math.min(limits.readMillis(), limits.writeMillis()));
    Service service =
        new Service(
            decisions,
            limits,
            new Gate(limits.requests()),
            deadlines,
            CommonFields.of(options),
            options.secure(),
            log,
            live);
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
    threads.setDaemon(true);
    threads.setName("ruff-serve");
    Server server = new Server(threads);
    ServerConnector connector = connector(server, service, keys);
    connector.setHost(resolve(address.host()).getHostAddress());
    connector.setPort(address.port());
    server.addConnector(connector);
    PreviewServer preview = new PreviewServer(server, connector, service);
    preview.open();
    return preview;
  }

  /**
   * Where to listen.
   *
   * @param port zero for any that is free
   */
  public record Address(String host, int port) {}

  /** Keys from files in the PEM format. */
  public static KeyStore keys(byte[] certificate, byte[] key) throws GeneralSecurityException {
    return PemFiles.store(certificate, key);
  }

  private static InetAddress resolve(String host) throws UnknownHostException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new UnknownHostException(
          "failed to lookup address information: Name or service not known");
    }
  }

  private static ServerConnector connector(Server server, Service service, KeyStore keys) {
    ConnectionFactory http = new Factory(service);
    ConnectionFactory[] factories =
        keys == null
            ? new ConnectionFactory[] {http}
            : new ConnectionFactory[] {encryption(keys), http};
    ServerConnector connector = new Listening(server, service.deadlines(), factories);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setReuseAddress(true);
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    // Connections keep their own deadlines.
    connector.setIdleTimeout(0);
    return connector;
  }

  private static SslConnectionFactory encryption(KeyStore keys) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(keys);
    context.setKeyStorePassword("");
    SslConnectionFactory factory = new SslConnectionFactory(context, PROTOCOL);
    factory.setEnsureSecureRequestCustomizer(false);
    return factory;
  }

  private void open() throws IOException {
    try {
      connector.open();
      server.start();
      service.deadlines().start(connector.getScheduler());
    } catch (Exception failure) {
      LifeCycle.stop(server);
      Throwable cause = failure.getCause() instanceof IOException inner ? inner : failure;
      throw cause instanceof IOException known ? known : new IOException(cause.getMessage(), cause);
    }
  }

  /** The port that it really listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes no more connections, lets answers that have begun go out for a moment, and ends. */
  public void stop() {
    connector.close();
    service.deadlines().stop();
    long end = System.nanoTime() + GRACE_MILLIS * 1_000_000;
    try {
      while (!service.gate().isEmpty() && System.nanoTime() < end) {
        Thread.sleep(10);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    LifeCycle.stop(server);
    if (service.log() != null) {
      service.log().close();
    }
  }

  /** Listens on, even when the system gives the process no more connections. */
  private static final class Listening extends ServerConnector {
    private final Deadlines deadlines;

    Listening(Server server, Deadlines deadlines, ConnectionFactory... factories) {
      super(server, null, null, null, 1, SELECTORS, factories);
      this.deadlines = deadlines;
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
      if (!isRunning() || !isOpen()) {
        return false;
      }
      deadlines.makeRoom();
      try {
        Thread.sleep(REST_MILLIS);
        return true;
      } catch (InterruptedException stopped) {
        return false;
      }
    }
  }

  /** Makes connections that serve the site. */
  private static final class Factory extends AbstractConnectionFactory {
    private final Service service;

    Factory(Service service) {
      super(PROTOCOL);
      this.service = service;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      return new SiteConnection(endPoint, connector.getExecutor(), service);
    }
  }
}
