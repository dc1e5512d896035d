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
    return with(List.of(new HttpHeader(name, value)));
  }

  /** The same with headers, each of which takes the place of one of its name. */
  ResponseValue with(List<HttpHeader> added) {
    List<HttpHeader> all = new ArrayList<>(headers);
    all.addAll(added);
    return new ResponseValue(status, body, HttpHeader.lastOfEachName(all));
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
