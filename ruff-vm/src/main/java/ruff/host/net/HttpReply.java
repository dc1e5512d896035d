package ruff.host.net;

import java.util.List;

/**
 * The answer of a server.
 *
 * @param headers with names in lower case
 */
public record HttpReply(int status, List<HttpHeader> headers, byte[] body) {
  /** The value of the last header of a name in lower case, or null. */
  public String header(String name) {
    return HttpHeader.last(headers, name);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
