package ruff.host.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import ruff.policy.Budget;
import ruff.policy.Loan;
import ruff.policy.Meter;

/**
 * A connection. One thread may read while another one writes, and a third one close it.
 *
 * <p>Whoever has to wait gives up after a while, at once when the stream was told not to wait; both
 * end in a {@code SocketTimeoutException}.
 */
public final class TcpStream implements Closeable {
  private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** The JDK keeps a buffer as large as the largest piece for each thread. */
  private static final int PIECE = 128 * 1024;

  private final SocketChannel channel;
  private final String peer;
  private final Readiness readable;
  private final Readiness writable;
  private final Object reading = new Object();
  private final Object writing = new Object();
  private volatile boolean waits = true;
  private final Meter meter;
  private final Loan place;

  /**
   * @param channel connected, and not blocking
   * @param meter counts what is sent and received
   * @param place its place among the open files
   */
  TcpStream(SocketChannel channel, Meter meter, Loan place) throws IOException {
    this.channel = channel;
    this.meter = meter;
    this.place = place;
    this.peer = SocketNames.of((InetSocketAddress) channel.getRemoteAddress());
    this.readable = new Readiness(channel, SelectionKey.OP_READ);
    this.writable = new Readiness(channel, SelectionKey.OP_WRITE);
  }

  static TcpStream connect(InetSocketAddress address, Meter meter)
      throws IOException, InterruptedException {
    Loan place = meter.borrow(Budget.OPEN_FILES);
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open(SocketNames.family(address));
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (!channel.connect(address)) {
        awaitConnection(channel);
      }
      return new TcpStream(channel, meter, place);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      place.close();
      if (channel != null) {
        channel.close();
      }
      throw failure;
    }
  }

  private static void awaitConnection(SocketChannel channel)
      throws IOException, InterruptedException {
    Readiness connected = new Readiness(channel, SelectionKey.OP_CONNECT);
    try {
      if (!connected.await(CONNECT_NANOS)) {
        throw new IOException("Connection timed out");
      }
      channel.finishConnect();
    } finally {
      connected.close();
    }
  }

  /** Who is at the other end, {@code host:port}. */
  public String peer() {
    return peer;
  }

  /** Decides whether reading and writing wait when they have to. */
  public void setWaiting(boolean wait) throws IOException {
    SocketNames.checkOpen(channel);
    waits = wait;
  }

  /**
   * Reads what is there, waiting for the first byte.
   *
   * @param limit how many bytes at most, above zero
   * @return empty at the end of the stream
   */
  public byte[] read(int limit) throws IOException, InterruptedException {
    synchronized (reading) {
      byte[] bytes = new byte[Math.min(limit, PIECE)];
      int count = readSome(bytes, 0);
      while (count == 0) {
        waitFor(readable);
        count = readSome(bytes, 0);
      }
      int length = Math.max(0, count);
      while (count > 0 && length < limit) {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.min(limit, 2 * length));
        }
        count = readSome(bytes, length);
        length += Math.max(0, count);
      }
      meter.use(Budget.NET_BYTES, length);
      return Arrays.copyOf(bytes, length);
    }
  }

  private int readSome(byte[] bytes, int from) throws IOException {
    return channel.read(ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from)));
  }

  /** Writes all bytes. */
  public void write(byte[] bytes) throws IOException, InterruptedException {
    meter.use(Budget.NET_BYTES, bytes.length);
    synchronized (writing) {
      SocketNames.checkOpen(channel);
      int done = 0;
      while (done < bytes.length) {
        int size = Math.min(PIECE, bytes.length - done);
        int count = channel.write(ByteBuffer.wrap(bytes, done, size));
        done += count;
        if (count == 0) {
          waitFor(writable);
        }
      }
    }
  }

  private void waitFor(Readiness readiness) throws IOException, InterruptedException {
    if (!waits || !readiness.await(WAIT_NANOS)) {
      throw new SocketTimeoutException();
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
