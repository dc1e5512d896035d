package ruff.serve.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import ruff.host.net.CheckedDestination;

/**
 * Makes Jetty's clients: without cookies, redirects, log-ins, proxies and compression, and with
 * addresses that come from the request.
 */
final class ClientFactory {
  private static final int MAX_HEAD_BYTES = 256 * 1024;
  private static final int MAX_THREADS = 32;
  private static final long CONNECT_MILLIS = 10_000;

  private ClientFactory() {}

  /**
   * A client that runs.
   *
   * @param secure whether it is for HTTPS, and for nothing else
   */
  static HttpClient start(boolean secure) throws IOException {
    HttpClient made = newClient(secure);
    try {
      made.start();
    } catch (Exception failure) {
      throw new IOException(failure.getMessage(), failure);
    }
    // What an answer means is for the program to say.
    ProtocolHandlers handlers = made.getProtocolHandlers();
    handlers.clear();
    handlers.put(new FewInterimReplies());
    handlers.put(new ContinueProtocolHandler());
    handlers.put(new OtherInterimReplies());
    made.getContentDecoderFactories().clear();
    return made;
  }

  private static HttpClient newClient(boolean secure) {
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads());
    connector.setScheduler(new ScheduledExecutorScheduler("ruff-http-timer", true));
    connector.setSslContextFactory(secure ? new SslContextFactory.Client() : new NoEncryption());
    HttpClientTransportOverHTTP http = new HttpClientTransportOverHTTP(connector);
    // Programs get to see what was sent, not how it is usually written.
    http.setHeaderCacheCaseSensitive(true);
    HttpClient made = new HttpClient(http);
    made.setSocketAddressResolver(ClientFactory::resolve);
    made.setFollowRedirects(false);
    made.setHttpCookieStore(new HttpCookieStore.Empty());
    made.setConnectTimeout(CONNECT_MILLIS);
    made.setMaxRequestHeadersSize(MAX_HEAD_BYTES);
    made.setMaxResponseHeadersSize(MAX_HEAD_BYTES);
    made.setDefaultRequestContentType(null);
    made.setUserAgentField(null);
    return made;
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 2);
    threads.setDaemon(true);
    threads.setName("ruff-http");
    return threads;
  }

  private static void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> addresses) {
    Destination destination = (Destination) context.get(Destination.CONTEXT_KEY);
    CheckedDestination checked = (CheckedDestination) destination.getOrigin().getTag();
    addresses.succeeded(checked.addresses());
  }

  /** Goes past interim answers of every kind, also of those that the library does not know. */
  private static final class OtherInterimReplies extends ProcessingProtocolHandler {
    @Override
    public boolean accept(Request request, Response response) {
      int status = response.getStatus();
      return HttpStatus.isInformational(status)
          && status != HttpStatus.CONTINUE_100
          && status != HttpStatus.SWITCHING_PROTOCOLS_101;
    }
  }

  /** Stands where the library wants certificates, and loads none. */
  private static final class NoEncryption extends SslContextFactory.Client {
    @Override
    protected void doStart() {
      // A plain connection never asks.
    }
  }
}
