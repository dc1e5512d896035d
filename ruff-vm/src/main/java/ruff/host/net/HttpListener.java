package ruff.host.net;

import java.io.Closeable;

/** A server whose requests are taken one by one. */
public interface HttpListener extends Closeable {
  /** The port that it listens on. */
  int port();

  /** The next request, complete with its body; waits for one. */
  HttpVisit next() throws InterruptedException;

  @Override
  void close();
}
