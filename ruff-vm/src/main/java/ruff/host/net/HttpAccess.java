package ruff.host.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import ruff.host.SystemError;
import ruff.policy.Loan;

/**
 * HTTP as one function of a program may use it. Follows redirects by itself: wherever an answer
 * leads is looked at like the first address, before anything is sent there.
 */
public final class HttpAccess {
  private static final int MAX_REDIRECTS = 10;
  private static final String AUTHORIZATION = "Authorization";

  private final NetworkAccess network;
  private final HttpTransport transport;

  public HttpAccess(NetworkAccess network, HttpTransport transport) {
    this.network = network;
    this.transport = transport;
  }

  /**
   * Makes a call.
   *
   * @throws NetworkFailure when there is no answer; an answer of any status is none
   */
  public HttpReply exchange(HttpCall call) throws NetworkFailure, InterruptedException {
    WebAddress address = WebAddress.parse(call.name(), call.url());
    checkHeaders(call);
    Deadline deadline = Deadline.in(call.timeoutNanos());
    Hop hop = new Hop(address, call.method(), call.headers(), call.body());
    for (int redirects = 0; ; redirects++) {
      HttpRequest request = request(call, hop, deadline);
      HttpReply reply = exchange(call, hop, request);
      String location = reply.header("location");
      if (!request.isLedElsewhere(reply.status(), location)) {
        return reply;
      }
      if (redirects == MAX_REDIRECTS) {
        throw failure(call, "error following redirect", hop, "too many redirects");
      }
      hop = hop.next(call, reply.status(), location);
    }
  }

  private static void checkHeaders(HttpCall call) throws NetworkFailure {
    for (HttpHeader header : call.headers()) {
      if (!HttpHeader.isToken(header.name())) {
        throw new NetworkFailure(call.name() + " failed: invalid header name");
      }
      if (!HttpHeader.isValue(header.value())) {
        throw new NetworkFailure(
            call.name() + " failed: invalid value of header '" + header.name() + "'");
      }
    }
  }

  private static HttpRequest request(HttpCall call, Hop hop, Deadline deadline) {
    List<HttpHeader> headers = new ArrayList<>();
    for (HttpHeader header : hop.headers) {
      if (!header.isFraming()) {
        headers.add(header);
      }
    }
    String credentials = hop.address.credentials();
    if (credentials != null && HttpHeader.last(headers, AUTHORIZATION) == null) {
      byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().encodeToString(bytes);
      headers.add(new HttpHeader(AUTHORIZATION, "Basic " + encoded));
    }
    return new HttpRequest(
        hop.method,
        hop.address.scheme(),
        hop.address.target(),
        headers,
        hop.body,
        deadline,
        call.maxBodyBytes(),
        call.followsRedirects());
  }

  private HttpReply exchange(HttpCall call, Hop hop, HttpRequest request)
      throws NetworkFailure, InterruptedException {
    try (Loan _ = network.place()) {
      CheckedDestination destination =
          network.destination(
              call.name(), hop.address.host(), hop.address.port(), request.deadline());
      network.count(request.body() == null ? 0 : request.body().length);
      HttpReply reply = transport.exchange(destination, request);
      network.count(reply.body().length);
      return reply;
    } catch (BodyTooLargeException large) {
      throw new NetworkFailure(
          call.name()
              + " failed: response body exceeds maximum network body size ("
              + large.size()
              + " bytes > "
              + call.maxBodyBytes()
              + " bytes)");
    } catch (IOException failure) {
      // A call that fails because the run is over must not look like one that merely failed.
      network.count(0);
      throw failure(call, "error sending request", hop, reason(failure));
    }
  }

  private static NetworkFailure failure(HttpCall call, String what, Hop hop, String why) {
    return new NetworkFailure(
        call.sending() + " failed: " + what + " for url (" + hop.address + "): " + why);
  }

  private static String reason(IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return "operation timed out";
    }
    if (failure instanceof UnknownHostException) {
      return failure.getMessage();
    }
    SystemError error = SystemError.of(failure);
    return error == SystemError.IO && failure.getMessage() != null
        ? failure.getMessage()
        : error.text();
  }

  /** One of the requests that a call leads to. */
  private record Hop(WebAddress address, String method, List<HttpHeader> headers, byte[] body) {
    /**
     * The request that an answer asks for. What only the first server was meant to know does not go
     * to another one, and a form that was sent is not sent again unless the server says so.
     */
    Hop next(HttpCall call, int status, String location) throws NetworkFailure {
      WebAddress target = address.resolve(call.name(), location);
      boolean fetches = method.equals("GET") || method.equals("HEAD");
      boolean becomesGet =
          status == 303 ? !fetches : (status == 301 || status == 302) && method.equals("POST");
      List<HttpHeader> kept = new ArrayList<>();
      for (HttpHeader header : headers) {
        boolean secret = !target.isSameServer(address) && isForOneServer(header);
        if (!secret && !(becomesGet && isAboutBody(header))) {
          kept.add(header);
        }
      }
      return new Hop(
          target, becomesGet ? "GET" : method, List.copyOf(kept), becomesGet ? null : body);
    }

    private static boolean isForOneServer(HttpHeader header) {
      return switch (header.name().toLowerCase(Locale.ROOT)) {
        case "authorization",
            "cookie",
            "cookie2",
            "proxy-authorization",
            "www-authenticate",
            "host" ->
            true;
        default -> false;
      };
    }

    private static boolean isAboutBody(HttpHeader header) {
      return header.name().toLowerCase(Locale.ROOT).startsWith("content-");
    }
  }
}
