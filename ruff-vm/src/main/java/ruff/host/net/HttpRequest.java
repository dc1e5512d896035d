package ruff.host.net;

import java.util.List;

/**
 * One request to one server.
 *
 * @param target the path with the query
 * @param body null for none
 * @param maxBodyBytes how long the body of the answer may be
 * @param followsRedirects whether the body of an answer that leads elsewhere is left unread
 */
public record HttpRequest(
    String method,
    String scheme,
    String target,
    List<HttpHeader> headers,
    byte[] body,
    Deadline deadline,
    long maxBodyBytes,
    boolean followsRedirects) {

  /** Whether an answer with that status and {@code Location} is only a sign to somewhere else. */
  public boolean isLedElsewhere(int status, String location) {
    boolean redirect =
        switch (status) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
    return followsRedirects && redirect && location != null;
  }
}
