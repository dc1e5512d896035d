package ruff.host.net;

import java.util.List;

/**
 * What a program asks an HTTP client for.
 *
 * @param name what messages begin with, such as {@code HTTP GET}
 * @param sending what messages begin with when a request gets no answer
 * @param headers valid ones are sent, others are an error
 * @param body null for none
 * @param timeoutNanos how long all of it may take, redirects included
 * @param maxBodyBytes how long the body of the answer may be
 */
public record HttpCall(
    String name,
    String sending,
    String method,
    String url,
    List<HttpHeader> headers,
    byte[] body,
    long timeoutNanos,
    boolean followsRedirects,
    long maxBodyBytes) {
  /** A call with one name for all messages. */
  public HttpCall(
      String name,
      String method,
      String url,
      List<HttpHeader> headers,
      byte[] body,
      long timeoutNanos,
      boolean followsRedirects,
      long maxBodyBytes) {
    this(name, name, method, url, headers, body, timeoutNanos, followsRedirects, maxBodyBytes);
  }
}
