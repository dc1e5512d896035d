package ruff.stdlib.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ruff.host.net.HttpAccess;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpReply;
import ruff.host.net.NetworkFailure;
import ruff.natives.CancelSignal;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Requests with the usual limits, and what programs see of the answers. */
final class Exchange {
  static final long MAX_BODY_BYTES = 8 << 20;
  static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);
  static final List<HttpHeader> JSON = List.of(new HttpHeader("Content-Type", "application/json"));

  private Exchange() {}

  /** A call with the usual limits; the body is null for none. */
  static HttpCall call(
      String name, String method, String url, List<HttpHeader> headers, String body) {
    return new HttpCall(
        name, method, url, headers, bytes(body), TIMEOUT_NANOS, true, MAX_BODY_BYTES);
  }

  /** Fetches a URL with the usual limits, under two names as {@link HttpCall} has them. */
  static HttpCall fetch(String name, String sending, String url) {
    return new HttpCall(
        name, sending, "GET", url, List.of(), null, TIMEOUT_NANOS, true, MAX_BODY_BYTES);
  }

  static byte[] bytes(String body) {
    return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Makes a call.
   *
   * @throws RuffError when there is no answer
   */
  static HttpReply send(HttpAccess http, HttpCall call) {
    try {
      return http.exchange(call);
    } catch (NetworkFailure failure) {
      throw new RuffError(failure.getMessage());
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  /** The body as a text, bytes that are none replaced. */
  static String text(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  /** Status and body. */
  static DictValue dict(HttpReply reply) {
    DictValue result = DictValue.ofExpectedSize(3);
    result.putInt("status", reply.status());
    result.put("body", text(reply));
    return result;
  }

  /** Status, body and headers. */
  static DictValue fullDict(HttpReply reply) {
    DictValue result = dict(reply);
    result.put("headers", headers(reply));
    return result;
  }

  /** The headers by name, of equal names the last. */
  static DictValue headers(HttpReply reply) {
    DictValue result = new DictValue();
    for (HttpHeader header : reply.headers()) {
      result.put(header.name(), header.value());
    }
    return result;
  }
}
