package ruff.serve.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import ruff.host.net.CheckedDestination;
import ruff.host.net.HttpReply;
import ruff.host.net.HttpRequest;
import ruff.host.net.HttpTransport;

/**
 * Requests by Jetty's client. It never resolves a name: each request carries the addresses that it
 * may go to. Connections are not used again, so that none outlives the decision that allowed it.
 */
final class JettyTransport implements HttpTransport {
  /** Time for the library to give up by itself before it is left alone. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final List<ruff.host.net.HttpHeader> UNLESS_GIVEN =
      List.of(
          new ruff.host.net.HttpHeader("accept", "*/*"),
          new ruff.host.net.HttpHeader("user-agent", "ruff"));

  private HttpClient plainClient;
  private HttpClient secureClient;
  private boolean closed;

  @Override
  public HttpReply exchange(CheckedDestination destination, HttpRequest request)
      throws IOException, InterruptedException {
    long nanos = request.deadline().remainingNanos();
    if (nanos <= 0) {
      throw new SocketTimeoutException();
    }
    HttpClient library = client(request.scheme().equals("https"));
    Request prepared = prepare(library, destination, request);
    prepared.timeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), TimeUnit.MILLISECONDS);
    Destination route = library.resolveDestination(prepared);
    ReplyReader reader = new ReplyReader(request);
    FewInterimReplies.watch(prepared, reader);
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
            .headers(fields -> setHeaders(fields, request))
            .onRequestBegin(begun -> begun.headers(JettyTransport::renameHost));
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

  /**
   * Sets the headers, their names in lower case as later versions of HTTP have them. The library
   * writes the names that it knows in its own way, so it is not told that it knows them.
   */
  private static void setHeaders(HttpFields.Mutable fields, HttpRequest request) {
    List<ruff.host.net.HttpHeader> all = new ArrayList<>(UNLESS_GIVEN);
    all.addAll(request.headers());
    fields.clear();
    for (ruff.host.net.HttpHeader header : ruff.host.net.HttpHeader.lastOfEachName(all)) {
      String name = header.name().toLowerCase(Locale.ROOT);
      fields.add(new HttpField(null, name, Octets.of(header.value())));
    }
    fields.add(HttpHeader.CONNECTION, "close");
  }

  /** Does the same to the header that the library adds, when it is about to send. */
  private static void renameHost(HttpFields.Mutable fields) {
    String host = fields.get(HttpHeader.HOST);
    boolean given = fields.stream().anyMatch(field -> field.getName().equals("host"));
    fields.remove(HttpHeader.HOST);
    if (!given) {
      fields.add(new HttpField(null, "host", host));
    }
  }

  /** The client for a scheme; encryption is costly to set up and many programs need none. */
  private synchronized HttpClient client(boolean secure) throws IOException {
    if (closed) {
      throw new IOException("the program has ended");
    }
    if (secure) {
      secureClient = secureClient == null ? ClientFactory.start(true) : secureClient;
      return secureClient;
    }
    plainClient = plainClient == null ? ClientFactory.start(false) : plainClient;
    return plainClient;
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
    LifeCycle.stop(plainClient);
    LifeCycle.stop(secureClient);
  }
}
