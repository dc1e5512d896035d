package ruff.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits on a port of the loopback address, answers as a web server would, and counts who came. */
final class Witness implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket;
  private final AtomicInteger connections = new AtomicInteger();

  /** Connections made by the witness itself. */
  private int own;

  Witness() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /**
   * How many have come so far. Connections are taken in the order in which they were made, so when
   * one that is made here has been answered, all before it have been counted.
   */
  int connections() {
    try (Socket last = new Socket(socket.getInetAddress(), port())) {
      last.shutdownOutput();
      last.getInputStream().readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return connections.get() - ++own;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        connections.incrementAndGet();
        client.setSoTimeout(1_000);
        client.getInputStream().read(new byte[4096]);
        client.getOutputStream().write(ANSWER);
      } catch (IOException gone) {
        // The client left early, or the witness is closed.
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
