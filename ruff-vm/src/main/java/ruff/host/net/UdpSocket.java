package ruff.host.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import ruff.policy.Budget;
import ruff.policy.Loan;
import ruff.policy.Meter;

/** A socket for datagrams. Sending and receiving give up after a while. */
public final class UdpSocket implements Closeable {
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** No datagram is longer. */
  private static final int LONGEST = 65_535;

  /**
   * A datagram that came in.
   *
   * @param data what fitted
   * @param from {@code host:port}
   */
  public record Received(byte[] data, String from) {}

  private final DatagramChannel channel;
  private final String address;
  private final Readiness readable;
  private final Readiness writable;
  private final Object reading = new Object();
  private final Object writing = new Object();
  private final Meter meter;
  private final Loan place;

  private UdpSocket(DatagramChannel channel, Meter meter, Loan place) throws IOException {
    this.channel = channel;
    this.meter = meter;
    this.place = place;
    this.address = SocketNames.of((InetSocketAddress) channel.getLocalAddress());
    this.readable = new Readiness(channel, SelectionKey.OP_READ);
    this.writable = new Readiness(channel, SelectionKey.OP_WRITE);
  }

  /**
   * @param meter counts it, and what is sent and received
   */
  static UdpSocket bind(InetSocketAddress address, Meter meter) throws IOException {
    Loan place = meter.borrow(Budget.OPEN_FILES);
    DatagramChannel channel = null;
    try {
      channel = DatagramChannel.open(SocketNames.family(address));
      channel.configureBlocking(false);
      channel.bind(address);
      return new UdpSocket(channel, meter, place);
    } catch (IOException | RuntimeException failure) {
      place.close();
      if (channel != null) {
        channel.close();
      }
      throw failure;
    }
  }

  /** Where it receives, {@code host:port}. */
  public String address() {
    return address;
  }

  /** Sends one datagram to the first address of a destination. */
  public void send(byte[] data, CheckedDestination destination)
      throws IOException, InterruptedException {
    meter.use(Budget.NET_BYTES, data.length);
    InetSocketAddress target = destination.addresses().getFirst();
    if (SocketNames.family(target) != SocketNames.family(localAddress())) {
      throw new IOException("Network is unreachable");
    }
    synchronized (writing) {
      ByteBuffer buffer = ByteBuffer.wrap(data);
      while (channel.send(buffer, target) < data.length) {
        if (!writable.await(WAIT_NANOS)) {
          throw new SocketTimeoutException();
        }
      }
    }
  }

  private InetSocketAddress localAddress() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** Waits for a datagram; what is beyond the limit is lost. */
  public Received receive(int limit) throws IOException, InterruptedException {
    synchronized (reading) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.min(limit, LONGEST));
      InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer);
      while (sender == null) {
        if (!readable.await(WAIT_NANOS)) {
          throw new SocketTimeoutException();
        }
        sender = (InetSocketAddress) channel.receive(buffer);
      }
      byte[] data = Arrays.copyOf(buffer.array(), buffer.position());
      meter.use(Budget.NET_BYTES, data.length);
      return new Received(data, SocketNames.of(sender));
    }
  }

  @Override
  public void close() throws IOException {
    place.close();
    channel.close();
    readable.close();
    writable.close();
  }
}
