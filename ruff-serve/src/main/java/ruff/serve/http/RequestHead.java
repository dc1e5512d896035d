package ruff.serve.http;

/**
 * The head of a well-formed request, as far as a server of files looks at it. Headers that came
 * several times are joined by commas; those that did not come are null.
 *
 * @param method as sent
 * @param target as sent, printable ASCII
 * @param body how long the body is
 * @param old whether the client speaks HTTP/1.0
 * @param keepAlive whether the client will send another request on the connection
 * @param awaitsContinue whether the client wants to be told before it sends the body
 */
public record RequestHead(
    String method,
    String target,
    Body body,
    boolean old,
    boolean keepAlive,
    boolean awaitsContinue,
    String accept,
    String acceptEncoding,
    String ifNoneMatch,
    String ifRange,
    String range) {

  /** The length of a body as its head tells it. */
  public sealed interface Body {}

  /**
   * Told in advance.
   *
   * @param bytes zero for no body; the largest number stands for everything beyond it
   */
  public record Announced(long bytes) implements Body {}

  /** Told piece by piece. */
  public record Chunked() implements Body {}

  static final Body NONE = new Announced(0);
  static final Body CHUNKED = new Chunked();

  /** A request for a target without any header, as the simplest client sends it. */
  public static RequestHead plain(String method, String target) {
    return new RequestHead(method, target, NONE, false, true, false, null, null, null, null, null);
  }

  public boolean isHead() {
    return method.equals("HEAD");
  }
}
