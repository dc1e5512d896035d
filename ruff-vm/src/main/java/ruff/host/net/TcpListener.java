package ruff.host.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import ruff.policy.Budget;
import ruff.policy.BudgetSignal;
import ruff.policy.Loan;
import ruff.policy.Meter;

/** A socket that connections come in at. */
public final class TcpListener implements Closeable {
  private static final int BACKLOG = 128;

  private final ServerSocketChannel channel;
  private final String address;
  private final Readiness acceptable;
  private final Object accepting = new Object();
  private volatile boolean waits = true;
  private final Meter meter;
  private final Loan place;

  private TcpListener(ServerSocketChannel channel, Meter meter, Loan place) throws IOException {
    this.channel = channel;
    this.meter = meter;
    this.place = place;
    this.address = SocketNames.of((InetSocketAddress) channel.getLocalAddress());
    this.acceptable = new Readiness(channel, SelectionKey.OP_ACCEPT);
  }

  /**
   * @param meter counts it, and what goes over the connections that it accepts
   */
  static TcpListener bind(InetSocketAddress address, Meter meter) throws IOException {
    Loan place = meter.borrow(Budget.OPEN_FILES);
    ServerSocketChannel channel = null;
    try {
      channel = ServerSocketChannel.open(SocketNames.family(address));
      channel.configureBlocking(false);
      // A server that is started again is not refused because of its old connections.
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address, BACKLOG);
      return new TcpListener(channel, meter, place);
    } catch (IOException | RuntimeException failure) {
      place.close();
      if (channel != null) {
        channel.close();
      }
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
      return stream(accepted);
    }
  }

  private TcpStream stream(SocketChannel accepted) throws IOException {
    Loan taken = null;
    try {
      taken = meter.borrow(Budget.OPEN_FILES);
      accepted.configureBlocking(false);
      accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return new TcpStream(accepted, meter, taken);
    } catch (IOException | RuntimeException | BudgetSignal failure) {
      if (taken != null) {
        taken.close();
      }
      accepted.close();
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    place.close();
    channel.close();
    acceptable.close();
  }
}
