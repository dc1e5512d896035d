package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpHeader;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;

/** The options of {@code http_request}, read from a dict; what it does not know is ignored. */
final class RequestOptions {
  private static final double SHORTEST_SECONDS = 0.001;
  private static final String NAME = "HTTP request";

  private final DictValue options;

  RequestOptions(DictValue options) {
    this.options = options;
  }

  /** The method in capital letters. */
  String method() {
    Object method = options.get("method");
    return Text.isText(method) ? method.toString().toUpperCase(Locale.ROOT) : "GET";
  }

  /** Whether the method can be sent; a tunnel is none that a program may ask for. */
  boolean hasValidMethod() {
    return HttpHeader.isToken(method()) && !method().equals("CONNECT");
  }

  HttpCall call(String url) {
    Object body = either("_body", "body");
    return new HttpCall(
        NAME,
        method(),
        url,
        headers(either("_headers", "headers")),
        Text.isText(body) ? Exchange.bytes(body.toString()) : null,
        timeoutNanos(),
        followsRedirects(),
        maxBodyBytes());
  }

  private Object either(String first, String second) {
    Object value = options.get(first);
    return value == null ? options.get(second) : value;
  }

  /** The entries of a dict that are texts; none of anything else. */
  static List<HttpHeader> headers(Object value) {
    List<HttpHeader> headers = new ArrayList<>();
    if (value instanceof DictValue dict) {
      for (String name : dict.sortedKeys()) {
        Object text = dict.get(name);
        if (Text.isText(text)) {
          headers.add(new HttpHeader(name, text.toString()));
        }
      }
    }
    return headers;
  }

  private long timeoutNanos() {
    Object millis = options.get("timeout_ms");
    if (millis != null) {
      if (millis instanceof Number number && number.doubleValue() > 0) {
        return nanos(number.doubleValue() / TimeUnit.SECONDS.toMillis(1));
      }
      throw new RuffError("http_request() requires options.timeout_ms to be a positive number");
    }
    return options.get("timeout") instanceof Number seconds
        ? nanos(Math.max(SHORTEST_SECONDS, seconds.doubleValue()))
        : Exchange.TIMEOUT_NANOS;
  }

  /** Saturates, and makes the smallest number of what is none. */
  static long nanos(double seconds) {
    return Math.max(1, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
  }

  private boolean followsRedirects() {
    Object follow = options.get("follow_redirects");
    if (follow == null || follow instanceof Boolean) {
      return !Boolean.FALSE.equals(follow);
    }
    throw new RuffError("http_request() requires options.follow_redirects to be a bool");
  }

  private long maxBodyBytes() {
    Object limit = options.get("max_body_bytes");
    if (limit == null) {
      return Exchange.MAX_BODY_BYTES;
    }
    if (limit instanceof Long bytes && bytes >= 0 && bytes <= Exchange.MAX_BODY_BYTES) {
      return bytes;
    }
    throw new RuffError(
        "http_request() requires options.max_body_bytes to be an integer between 0 and "
            + Exchange.MAX_BODY_BYTES);
  }
}
