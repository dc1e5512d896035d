package ruff.host.net;

import java.io.Closeable;
import java.io.IOException;

/** Carries requests to servers; any number of threads may use it. */
public interface HttpTransport extends Closeable {
  /**
   * Connects to an address of the destination and to no other, sends the request and reads the
   * answer, whatever its status.
   *
   * @throws BodyTooLargeException when the body of the answer is longer than wanted
   * @throws IOException when there is no complete answer before the deadline
   */
  HttpReply exchange(CheckedDestination destination, HttpRequest request)
      throws IOException, InterruptedException;
}
