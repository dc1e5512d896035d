package ruff.serve.http;

/** The statuses that the server gives, with their texts. */
public enum Status {
  OK(200, "OK"),
  PARTIAL_CONTENT(206, "Partial Content"),
  NOT_MODIFIED(304, "Not Modified"),
  BAD_REQUEST(400, "Bad Request"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  PAYLOAD_TOO_LARGE(413, "Payload Too Large"),
  URI_TOO_LONG(414, "URI Too Long"),
  RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable"),
  EXPECTATION_FAILED(417, "Expectation Failed"),
  INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
  NOT_IMPLEMENTED(501, "Not Implemented"),
  SERVICE_UNAVAILABLE(503, "Service Unavailable"),
  VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

  private final int code;
  private final String phrase;

  Status(int code, String phrase) {
    this.code = code;
    this.phrase = phrase;
  }

  public int code() {
    return code;
  }

  /** Stands in the status line, and is the whole body of a refusal. */
  public String phrase() {
    return phrase;
  }
}
