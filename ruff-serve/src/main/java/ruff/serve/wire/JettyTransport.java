package ruff.serve.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import ruff.host.net.CheckedDestination;
import ruff.host.net.HttpReply;
import ruff.host.net.HttpRequest;
import ruff.host.net.HttpTransport;

/**
 * Requests by Jetty's client. It never resolves a name: each request carries the addresses that it
 * may go to. Connections are not used again, so that none outlives the decision that allowed it.
 */
final class JettyTransport implements HttpTransport {
  private static final int MAX_HEAD_BYTES = 256 * 1024;
  private static final int MAX_THREADS = 32;
  private static final long CONNECT_MILLIS = 10_000;

  /** Time for the library to give up by itself before it is left alone. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private HttpClient client;
  private boolean closed;

  @Override
  public HttpReply exchange(CheckedDestination destination, HttpRequest request)
      throws IOException, InterruptedException {
    long nanos = request.deadline().remainingNanos();
    if (nanos <= 0) {
      throw new SocketTimeoutException();
    }
    HttpClient library = client();
    Request prepared = prepare(library, destination, request);
    prepared.timeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), TimeUnit.MILLISECONDS);
    Destination route = library.resolveDestination(prepared);
    ReplyReader reader = new ReplyReader(request);
    try {
      prepared.send(reader);
      return reader.reply().get(nanos + GRACE_NANOS, TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    } catch (TimeoutException late) {
      throw new SocketTimeoutException();
    } catch (InterruptedException stopped) {
      prepared.abort(stopped);
      throw stopped;
    } finally {
      library.removeDestination(route);
    }
  }

  private static Request prepare(
      HttpClient library, CheckedDestination destination, HttpRequest request) {
    Request prepared =
        newRequest(library, request.target())
            .scheme(request.scheme())
            .host(destination.host())
            .port(destination.port())
            .method(request.method())
            .tag(destination)
            .headers(fields -> setHeaders(fields, request));
    if (request.body() != null) {
      prepared.body(new BytesRequestContent((String) null, request.body()));
    }
    return prepared;
  }

  /** Puts the target into an address of its own, since it may begin like the name of a host. */
  private static Request newRequest(HttpClient library, String target) {
    try {
      return library.newRequest(URI.create("http://host" + target));
    } catch (IllegalArgumentException notQuiteAnAddress) {
      return library.newRequest("http://host").path(target);
    }
  }

  private static void setHeaders(HttpFields.Mutable fields, HttpRequest request) {
    fields.put(HttpHeader.ACCEPT, "*/*");
    for (ruff.host.net.HttpHeader header : request.headers()) {
      fields.put(header.name(), Octets.of(header.value()));
    }
    fields.put(HttpHeader.CONNECTION, "close");
  }

  private synchronized HttpClient client() throws IOException {
    if (closed) {
      throw new IOException("the program has ended");
    }
    if (client == null) {
      HttpClient made = newClient();
      try {
        made.start();
      } catch (Exception failure) {
        throw new IOException(failure.getMessage(), failure);
      }
      // What an answer means is for the program to say.
      made.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
      made.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
      made.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
      made.getContentDecoderFactories().clear();
      client = made;
    }
    return client;
  }

  private static HttpClient newClient() {
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads());
    connector.setScheduler(new ScheduledExecutorScheduler("ruff-http-timer", true));
    HttpClient made = new HttpClient(new HttpClientTransportOverHTTP(connector));
    made.setSocketAddressResolver(JettyTransport::resolve);
    made.setFollowRedirects(false);
    made.setHttpCookieStore(new HttpCookieStore.Empty());
    made.setConnectTimeout(CONNECT_MILLIS);
    made.setMaxResponseHeadersSize(MAX_HEAD_BYTES);
    made.setDefaultRequestContentType(null);
    made.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "ruff"));
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

  private static IOException failure(Throwable cause) {
    return switch (cause) {
      case TimeoutException _ -> new SocketTimeoutException();
      case ClosedChannelException _ ->
          new IOException("connection closed before message completed");
      case java.io.EOFException _ -> new IOException("connection closed before message completed");
      case IOException failure -> failure;
      // The library describes its own insides there.
      case HttpResponseException _ -> new IOException("invalid HTTP response");
      default -> new IOException(cause.getMessage(), cause);
    };
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      LifeCycle.stop(client);
    }
  }
}
