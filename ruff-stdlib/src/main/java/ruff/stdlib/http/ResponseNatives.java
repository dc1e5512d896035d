package ruff.stdlib.http;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.stdlib.json.JsonWriter;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives that make responses for handlers of a server. */
public final class ResponseNatives {
  private static final String PLAIN = "http_response requires status code and body string";
  private static final String JSON = "json_response requires status code and data";
  private static final String HTML = "html_response requires status code and HTML string";
  private static final String NO_RESPONSE = "{name} requires an HTTP response as first argument";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final int FOUND = 302;

  private ResponseNatives() {}

  @Native(
      name = "http_response",
      family = Family.HTTP,
      doc = "A response of plain text; the status must lie between 100 and 999.",
      returns = "httpresponse",
      arity = "http_response() expects 2 arguments (status, body), got {got}",
      error = PLAIN,
      example = "http_response(404, \"gone\")",
      result = "HttpResponse(status: 404)")
  public static HandleValue plain(long status, String body) {
    return ResponseValue.of(status, body, PLAIN);
  }

  @Native(
      name = "json_response",
      family = Family.HTTP,
      doc = "A response with a value as JSON.",
      returns = "httpresponse",
      arity = "json_response() expects 2 arguments (status, data), got {got}",
      errors = "json_response failed to serialize data: WHY",
      example = "json_response(200, {\"a\": 1})",
      result = "HttpResponse(status: 200)")
  public static HandleValue json(
      @Param(error = JSON) long status, @Param(ownership = Ownership.BORROWED) Object data) {
    try {
      String body = JsonWriter.compact(data);
      return ResponseValue.of(status, body, JSON).with(CONTENT_TYPE, "application/json");
    } catch (RuffError impossible) {
      if (impossible.getMessage().equals(JSON)) {
        throw impossible;
      }
      throw new RuffError("json_response failed to serialize data: " + impossible.getMessage());
    }
  }

  @Native(
      name = "html_response",
      family = Family.HTTP,
      doc = "A response with a page of HTML, sent as it is: see escape_html for texts in it.",
      returns = "httpresponse",
      arity = "html_response() expects 2 arguments (status, html), got {got}",
      error = HTML,
      example = "html_response(200, \"<p>\" + escape_html(\"1 < 2\") + \"</p>\")",
      result = "HttpResponse(status: 200)")
  public static HandleValue html(long status, String html) {
    return ResponseValue.of(status, html, HTML).with(CONTENT_TYPE, "text/html; charset=utf-8");
  }

  @Native(
      name = "redirect_response",
      family = Family.HTTP,
      doc = "A response with status 302 that leads to another URL.",
      returns = "httpresponse",
      arity = "redirect_response() expects 1-2 arguments (url, headers?), got {got}",
      error = "redirect_response requires a URL string",
      example = "redirect_response(\"/next\")",
      result = "HttpResponse(status: 302)")
  public static HandleValue redirect(
      String url,
      @Param(
              optional = true,
              ownership = Ownership.BORROWED,
              error = "redirect_response() headers must be a dictionary")
          DictValue headers) {
    return ResponseValue.of(FOUND, "Redirecting to " + url, PLAIN)
        .with("Location", url)
        .with(RequestOptions.headers(headers));
  }

  @Native(
      name = "set_header",
      family = Family.HTTP,
      doc =
          "A copy of a response with one more header, or another value of one; a header with"
              + " control characters is never sent.",
      returns = "httpresponse",
      arity = "set_header() expects 3 arguments (response, name, value), got {got}",
      error = "set_header requires response, header name, and header value",
      example = "set_header(http_response(200, \"\"), \"X-Kind\", \"item\")",
      result = "HttpResponse(status: 200)")
  public static HandleValue setHeader(
      @Param(type = "httpresponse", error = NO_RESPONSE) HandleValue response,
      String name,
      String value) {
    return response(response, "set_header").with(name, value);
  }

  @Native(
      name = "set_headers",
      family = Family.HTTP,
      doc = "A copy of a response with the headers of a dict; what is no string is left out.",
      returns = "httpresponse",
      arity = "set_headers() expects 2 arguments (response, headers), got {got}",
      example = "set_headers(http_response(200, \"\"), {\"X-Kind\": \"item\"})",
      result = "HttpResponse(status: 200)")
  public static HandleValue setHeaders(
      @Param(type = "httpresponse", error = NO_RESPONSE) HandleValue response,
      @Param(
              ownership = Ownership.BORROWED,
              error = "set_headers requires response and headers dictionary")
          DictValue headers) {
    return response(response, "set_headers").with(RequestOptions.headers(headers));
  }

  private static ResponseValue response(HandleValue value, String name) {
    if (value instanceof ResponseValue response) {
      return response;
    }
    throw new RuffError(NO_RESPONSE.replace("{name}", name));
  }

  @Native(
      name = "escape_html",
      family = Family.HTTP,
      doc = "A text as it is written in HTML, between tags or in quoted attributes.",
      returns = "string",
      arity = Native.COUNTED,
      error = "escape_html requires a string argument",
      example = "escape_html(\"<a href='x'>\\\"A & B\\\"</a>\")",
      result = "&lt;a href=&#39;x&#39;&gt;&quot;A &amp; B&quot;&lt;/a&gt;")
  public static String escapeHtml(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(sign);
      }
    }
    return out.toString();
  }
}
