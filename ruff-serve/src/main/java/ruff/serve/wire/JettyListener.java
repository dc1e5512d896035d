package ruff.serve.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import ruff.host.net.HttpListener;
import ruff.host.net.HttpVisit;
import ruff.policy.Meter;

/**
 * A server by Jetty whose requests stand in a queue, complete with their bodies, until the program
 * takes them. What waits there is bounded in number and in bytes; beyond that the server is busy.
 */
final class JettyListener implements HttpListener {
  private static final int MAX_WAITING = 1024;
  private static final long MAX_WAITING_BYTES = 64L << 20;
  private static final int MAX_THREADS = 16;
  private static final int BACKLOG = 128;
  private static final int IDLE_MILLIS = 30_000;

  /** For the lines of the head that are not the program's. */
  private static final int OWN_HEAD_BYTES = 4096;

  private final Server server;
  private final ServerConnector connector;
  private final BlockingQueue<HttpVisit> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicLong waitingBytes = new AtomicLong();

  private JettyListener(InetSocketAddress address, int maxBodyBytes, Meter meter) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 2);
    threads.setDaemon(true);
    threads.setName("ruff-http-server");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new ExactHeads(configuration()));
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setReuseAddress(true);
    connector.addBean(new CountedConnections(meter));
    server.addConnector(connector);
    server.setErrorHandler(JettyListener::answerBroken);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            JettyVisit visit = new JettyVisit(request, response, callback);
            new VisitReader(visit, JettyListener.this, maxBodyBytes).run();
            return true;
          }
        });
  }

  /** The answer to what is no request: its status, and nothing about this server. */
  private static boolean answerBroken(Request request, Response response, Callback callback) {
    response.write(true, ByteBuffer.allocate(0), callback);
    return true;
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    configuration.setMaxResponseHeaderSize(JettyVisit.MAX_HEAD_BYTES + OWN_HEAD_BYTES);
    // Programs get to see what was sent, not how it is usually written.
    configuration.setHeaderCacheCaseSensitive(true);
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.setHttpCompliance(HttpCompliance.RFC7230);
    return configuration;
  }

  static JettyListener start(InetSocketAddress address, int maxBodyBytes, Meter meter)
      throws IOException {
    JettyListener listener = new JettyListener(address, maxBodyBytes, meter);
    try {
      listener.connector.open();
      listener.server.start();
      return listener;
    } catch (Exception failure) {
      boolean interrupted = Thread.currentThread().isInterrupted() || isInterruption(failure);
      listener.close();
      if (interrupted) {
        // Whoever asked to stop is to find that it was done, not an error of the system.
        Thread.currentThread().interrupt();
      }
      Throwable cause = failure.getCause() instanceof IOException inner ? inner : failure;
      throw cause instanceof IOException known ? known : new IOException(cause.getMessage(), cause);
    }
  }

  private static boolean isInterruption(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof InterruptedException || at instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public HttpVisit next() throws InterruptedException {
    HttpVisit next = waiting.take();
    waitingBytes.addAndGet(-next.body().length);
    return next;
  }

  /** Makes room for bytes of a body; false when too much is waiting already. */
  boolean reserve(long bytes) {
    if (waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** Gives up what was reserved for a request that does not come in. */
  void release(long bytes) {
    waitingBytes.addAndGet(-bytes);
  }

  /** Runs something after a while. */
  void later(Runnable action, long millis) {
    connector.getScheduler().schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  /** Queues a complete request; false when there are too many. */
  boolean add(HttpVisit visit) {
    return waiting.offer(visit);
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }
}
