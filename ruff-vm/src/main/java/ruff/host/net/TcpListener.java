package ruff.host.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A socket that connections come in at. */
public final class TcpListener implements Closeable {
  private static final int BACKLOG = 128;

  private final ServerSocketChannel channel;
  private final String address;
  private final Readiness acceptable;
  private final Object accepting = new Object();
  private volatile boolean waits = true;

  private TcpListener(ServerSocketChannel channel) throws IOException {
    this.channel = channel;
    this.address = SocketNames.of((InetSocketAddress) channel.getLocalAddress());
    this.acceptable = new Readiness(channel, SelectionKey.OP_ACCEPT);
  }

  static TcpListener bind(InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(SocketNames.family(address));
    try {
      channel.configureBlocking(false);
      // A server that is started again is not refused because of its old connections.
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address, BACKLOG);
      return new TcpListener(channel);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /** Where it listens, {@code host:port}. */
  public String address() {
    return address;
  }

  /** Decides whether {@link #accept} waits. */
  public void setWaiting(boolean wait) throws IOException {
    SocketNames.checkOpen(channel);
    waits = wait;
  }

  /**
   * Takes the next connection, waiting for as long as it takes.
   *
   * @throws SocketTimeoutException when there is none and it was told not to wait
   */
  public TcpStream accept() throws IOException, InterruptedException {
    synchronized (accepting) {
      SocketChannel accepted = channel.accept();
      while (accepted == null) {
        if (!waits) {
          throw new SocketTimeoutException();
        }
        acceptable.await(Readiness.FOREVER);
        accepted = channel.accept();
      }
      accepted.configureBlocking(false);
      accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return new TcpStream(accepted);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    acceptable.close();
  }
}
