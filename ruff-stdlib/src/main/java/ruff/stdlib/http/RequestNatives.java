package ruff.stdlib.http;

import ruff.ast.Expr.WrapKind;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpReply;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;
import ruff.value.WrapValue;

/** The native for requests of any kind. */
public final class RequestNatives {
  private static final String SINGLE =
      "http_request() single-argument form requires a request dictionary";
  private static final String NO_URL =
      "http_request() request dictionary requires a non-empty 'url' string";
  private static final String FIRST = "http_request() requires a URL string as first argument";
  private static final String SECOND =
      "http_request() requires an options dictionary as second argument";

  private RequestNatives() {}

  @Native(
      name = "http_request",
      family = Family.HTTP,
      doc =
          "Makes any request; options are method, headers, body, timeout (seconds) or timeout_ms,"
              + " follow_redirects (bool) and max_body_bytes (at most 8388608).",
      signatures = {"http_request(request: dict)", "http_request(url: string, options: dict)"},
      returns =
          "Ok(dict of status, _status: int, body, _body: string, headers: dict) or Err(string)",
      arity = "http_request() expects 1-2 arguments ((request), or (url, options)), got {got}",
      errors = {
        SINGLE,
        NO_URL,
        FIRST,
        SECOND,
        "http_request() requires options.timeout_ms to be a positive number",
        "http_request() requires options.follow_redirects to be a bool",
        "http_request() requires options.max_body_bytes to be an integer between 0 and 8388608",
        "Err(Invalid HTTP method 'M': invalid HTTP method)",
        "Err(HTTP request failed: WHY)",
        "Err(HTTP request blocked by outbound destination policy 'deny_private' (...))"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "request",
      example = "type(http_request(base + \"/hi\", {\"method\": \"GET\", \"timeout\": 5}))",
      result = "result")
  public static WrapValue request(
      NativeContext context,
      @Param(ownership = Ownership.BORROWED) Object request,
      @Param(optional = true, ownership = Ownership.BORROWED) Object options) {
    String url = url(request, options);
    RequestOptions asked = new RequestOptions((DictValue) (options == null ? request : options));
    HttpCall call = asked.call(url);
    if (!asked.hasValidMethod()) {
      return error("Invalid HTTP method '" + asked.method() + "': invalid HTTP method");
    }
    HttpReply reply;
    try {
      reply = Exchange.send(Transport.access(context, "http_request"), call);
    } catch (RuffError failure) {
      return error(failure.getMessage());
    }
    DictValue result = Exchange.fullDict(reply);
    result.put("_status", result.get("status"));
    result.put("_body", result.get("body"));
    return new WrapValue(WrapKind.OK, result);
  }

  private static String url(Object request, Object options) {
    if (options == null) {
      if (!(request instanceof DictValue dict)) {
        throw new RuffError(SINGLE);
      }
      Object url = dict.get("url");
      if (!Text.isText(url) || url.toString().isBlank()) {
        throw new RuffError(NO_URL);
      }
      return url.toString();
    }
    if (!Text.isText(request)) {
      throw new RuffError(FIRST);
    }
    if (!(options instanceof DictValue)) {
      throw new RuffError(SECOND);
    }
    return request.toString();
  }

  static WrapValue error(String message) {
    return new WrapValue(WrapKind.ERR, message);
  }
}
