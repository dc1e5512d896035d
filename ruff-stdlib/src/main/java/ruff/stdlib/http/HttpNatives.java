package ruff.stdlib.http;

import java.util.List;
import ruff.host.net.HttpAccess;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpReply;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Natives that make one request and wait for the answer. */
public final class HttpNatives {
  private static final String ONE = "{name}() expects 1 argument (url), got {got}";
  private static final String TWO = "{name}() expects 2 arguments (url, body), got {got}";
  private static final String URL = "{name} requires a URL string";
  private static final String URL_AND_BODY = "{name} requires URL and JSON body strings";

  private static final String INVALID = "S failed: invalid URL 'U': WHY";
  private static final String SCHEME =
      "S failed: unsupported URL scheme 'X'; expected http or https";
  private static final String PORT = "S failed: destination port must be 1-65535";
  private static final String BLOCKED =
      "S blocked by outbound destination policy 'deny_private' (...)";
  private static final String TRANSPORT = "S failed: error sending request for url (U): WHY";
  private static final String TOO_LARGE =
      "S failed: response body exceeds maximum network body size (N bytes > 8388608 bytes)";

  private HttpNatives() {}

  @Native(
      name = "http_get",
      family = Family.HTTP,
      doc = "Fetches a URL, following redirects, in at most 30 seconds; S is HTTP GET.",
      returns = "dict of status: int, body: string",
      arity = ONE,
      error = URL,
      errors = {INVALID, SCHEME, PORT, BLOCKED, TRANSPORT, TOO_LARGE},
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "http_get(base + \"/hi\")",
      result = "{\"body\": hello, \"status\": 200}")
  public static DictValue get(NativeContext context, String url) {
    return simple(context, "http_get", "HTTP GET", "GET", url, null);
  }

  @Native(
      name = "http_post",
      family = Family.HTTP,
      doc = "Posts a text as JSON, as http_get fetches; S is HTTP POST.",
      returns = "dict of status: int, body: string",
      arity = TWO,
      error = URL_AND_BODY,
      errors = {INVALID, SCHEME, PORT, BLOCKED, TRANSPORT, TOO_LARGE},
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "http_post(base + \"/items\", \"{}\")[\"status\"]",
      result = "201")
  public static DictValue post(NativeContext context, String url, String body) {
    return simple(context, "http_post", "HTTP POST", "POST", url, body);
  }

  @Native(
      name = "http_put",
      family = Family.HTTP,
      doc = "Puts a text as JSON, as http_get fetches; S is HTTP PUT.",
      returns = "dict of status: int, body: string",
      arity = TWO,
      error = URL_AND_BODY,
      errors = {INVALID, SCHEME, PORT, BLOCKED, TRANSPORT, TOO_LARGE},
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "http_put(base + \"/items/1\", \"{}\")[\"status\"]",
      result = "200")
  public static DictValue put(NativeContext context, String url, String body) {
    return simple(context, "http_put", "HTTP PUT", "PUT", url, body);
  }

  @Native(
      name = "http_delete",
      family = Family.HTTP,
      doc = "Asks for the deletion of what a URL names, as http_get fetches; S is HTTP DELETE.",
      returns = "dict of status: int, body: string",
      arity = ONE,
      error = URL,
      errors = {INVALID, SCHEME, PORT, BLOCKED, TRANSPORT, TOO_LARGE},
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "http_delete(base + \"/items/1\")[\"status\"]",
      result = "200")
  public static DictValue delete(NativeContext context, String url) {
    return simple(context, "http_delete", "HTTP DELETE", "DELETE", url, null);
  }

  private static DictValue simple(
      NativeContext context, String function, String name, String method, String url, String body) {
    List<HttpHeader> headers = body == null ? List.of() : Exchange.JSON;
    return Exchange.dict(
        Exchange.send(
            Transport.access(context, function), Exchange.call(name, method, url, headers, body)));
  }

  @Native(
      name = "http_get_binary",
      family = Family.HTTP,
      doc = "Fetches a URL as http_get does and insists on success; S is HTTP GET request.",
      returns = "bytes",
      arity = ONE,
      error = URL,
      errors = {
        INVALID,
        SCHEME,
        PORT,
        BLOCKED,
        TRANSPORT,
        TOO_LARGE,
        "HTTP GET failed with status: 404 Not Found"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "len(http_get_binary(base + \"/hi\"))",
      result = "5")
  public static BytesValue getBinary(NativeContext context, String url) {
    HttpCall call = Exchange.fetch("HTTP GET request", "HTTP GET request", url);
    return bytes(Transport.access(context, "http_get_binary"), call, "HTTP GET");
  }

  @Native(
      name = "http_get_stream",
      family = Family.HTTP,
      doc = "The same as http_get_binary, with S as HTTP GET stream.",
      returns = "bytes",
      arity = ONE,
      error = URL,
      errors = {
        INVALID,
        SCHEME,
        PORT,
        BLOCKED,
        "HTTP GET stream request failed: error sending request for url (U): WHY",
        TOO_LARGE,
        "HTTP GET stream failed with status: 404 Not Found"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "url",
      example = "len(http_get_stream(base + \"/hi\"))",
      result = "5")
  public static BytesValue getStream(NativeContext context, String url) {
    HttpCall call = Exchange.fetch("HTTP GET stream", "HTTP GET stream request", url);
    return bytes(Transport.access(context, "http_get_stream"), call, "HTTP GET stream");
  }

  private static BytesValue bytes(HttpAccess http, HttpCall call, String failing) {
    HttpReply reply = Exchange.send(http, call);
    if (!reply.isSuccess()) {
      throw new RuffError(failing + " failed with status: " + StatusText.of(reply.status()));
    }
    return new BytesValue(reply.body());
  }
}
