package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import ruff.host.net.HttpHeader;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** What a server is to answer; never changed. */
final class ResponseValue extends HandleValue {
  private static final int LOWEST = 100;
  private static final int HIGHEST = 999;

  private final int status;
  private final String body;
  private final List<HttpHeader> headers;

  private ResponseValue(int status, String body, List<HttpHeader> headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /**
   * A response with no headers of its own.
   *
   * @param error the message for a status that is none
   */
  static ResponseValue of(long status, String body, String error) {
    if (status < LOWEST || status > HIGHEST) {
      throw new RuffError(error);
    }
    return new ResponseValue((int) status, body, List.of());
  }

  /** The same with a header, which takes the place of one of that name. */
  ResponseValue with(String name, String value) {
    List<HttpHeader> changed = new ArrayList<>(headers);
    changed.removeIf(header -> header.name().equalsIgnoreCase(name));
    changed.add(new HttpHeader(name, value));
    return new ResponseValue(status, body, List.copyOf(changed));
  }

  ResponseValue with(List<HttpHeader> added) {
    ResponseValue changed = this;
    for (HttpHeader header : added) {
      changed = changed.with(header.name(), header.value());
    }
    return changed;
  }

  int status() {
    return status;
  }

  String body() {
    return body;
  }

  List<HttpHeader> headers() {
    return headers;
  }

  @Override
  public String typeName() {
    return "httpresponse";
  }

  @Override
  public String display() {
    return "HttpResponse(status: " + status + ")";
  }
}
