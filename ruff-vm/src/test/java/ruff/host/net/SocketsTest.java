package ruff.host.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.policy.Policy;

/** Sockets on the loopback. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketsTest {
  private static final NetworkAccess NETWORK = new NetworkAccess(Policy.trusted(), "test");

  private TcpListener listener;
  private TcpStream client;
  private TcpStream server;

  @BeforeEach
  void connect() throws Exception {
    listener = NETWORK.listen("127.0.0.1", 0);
    client = NETWORK.connect(NETWORK.destination("S", "127.0.0.1", port(listener.address())));
    server = listener.accept();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    listener.close();
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Does something on another thread, a little later. */
  private static CompletableFuture<Throwable> soon(Action action) {
    var done = new CompletableFuture<Throwable>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Thread.sleep(50);
                action.run();
                done.complete(null);
              } catch (Throwable failure) {
                done.complete(failure);
              }
            });
    return done;
  }

  private interface Action {
    void run() throws Exception;
  }

  @Test
  void whatIsWrittenIsReadAtTheOtherEnd() throws Exception {
    client.write(bytes("hello"));
    assertThat(server.read(100)).isEqualTo(bytes("hello"));
    server.write(bytes("world"));
    assertThat(client.read(2)).isEqualTo(bytes("wo"));
    assertThat(client.read(100)).isEqualTo(bytes("rld"));
  }

  @Test
  void readingWaitsForTheFirstByte() throws Exception {
    CompletableFuture<Throwable> writing = soon(() -> server.write(bytes("late")));

    assertThat(client.read(100)).isEqualTo(bytes("late"));
    assertThat(writing.get()).isNull();
  }

  @Test
  void largeDataGoThroughInBothDirectionsAtOnce() throws Exception {
    byte[] data = new byte[3_000_000];
    Arrays.fill(data, (byte) 7);
    CompletableFuture<Throwable> there = soon(() -> client.write(data));
    CompletableFuture<Throwable> back = soon(() -> server.write(data));

    assertThat(readAll(server, data.length)).isEqualTo(data);
    assertThat(readAll(client, data.length)).isEqualTo(data);
    assertThat(there.get()).isNull();
    assertThat(back.get()).isNull();
  }

  private static byte[] readAll(TcpStream stream, int size) throws Exception {
    byte[] all = new byte[0];
    while (all.length < size) {
      byte[] piece = stream.read(8 << 20);
      assertThat(piece).isNotEmpty();
      byte[] more = Arrays.copyOf(all, all.length + piece.length);
      System.arraycopy(piece, 0, more, all.length, piece.length);
      all = more;
    }
    return all;
  }

  @Test
  void theEndOfTheStreamIsEmpty() throws Exception {
    client.write(bytes("x"));
    client.close();

    assertThat(server.read(10)).isEqualTo(bytes("x"));
    assertThat(server.read(10)).isEmpty();
    assertThat(server.read(10)).isEmpty();
  }

  @Test
  void whoIsToldNotToWaitDoesNot() throws Exception {
    client.setWaiting(false);
    listener.setWaiting(false);

    assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> listener.accept()).isInstanceOf(SocketTimeoutException.class);
    client.setWaiting(true);
    CompletableFuture<Throwable> writing = soon(() -> server.write(bytes("x")));
    assertThat(client.read(1)).hasSize(1);
    assertThat(writing.get()).isNull();
  }

  @Test
  void aFullPipeMakesAnUnwaitingWriterFail() throws Exception {
    client.setWaiting(false);

    assertThatThrownBy(() -> client.write(new byte[64 << 20]))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void closingWakesUpWhoWaits() {
    CompletableFuture<Throwable> reading = soon(() -> client.read(1));
    CompletableFuture<Throwable> accepting = soon(() -> listener.accept());
    soon(
        () -> {
          Thread.sleep(100);
          client.close();
          listener.close();
        });

    assertThat(reading)
        .succeedsWithin(Duration.ofSeconds(5))
        .isInstanceOf(ClosedChannelException.class);
    assertThat(accepting)
        .succeedsWithin(Duration.ofSeconds(5))
        .isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> client.write(new byte[0])).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> client.setWaiting(false)).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void anInterruptEndsWaiting() throws Exception {
    Thread reader = Thread.currentThread();
    soon(reader::interrupt);

    assertThatThrownBy(() -> client.read(1)).isInstanceOf(InterruptedException.class);
    server.write(bytes("x"));
    assertThat(client.read(1)).isEqualTo(bytes("x"));
  }

  @Test
  void aPortIsTakenAgainAfterItsListenerIsClosed() throws Exception {
    int port = port(listener.address());
    assertThatThrownBy(() -> NETWORK.listen("127.0.0.1", port))
        .isInstanceOf(IOException.class)
        .satisfies(
            failure ->
                assertThat(SocketErrors.text((IOException) failure))
                    .isEqualTo("Address already in use (os error 98)"));
    listener.close();

    try (TcpListener again = NETWORK.listen("127.0.0.1", port)) {
      assertThat(port(again.address())).isEqualTo(port);
    }
  }

  @Test
  void nobodyListensOnPortOne() throws Exception {
    CheckedDestination destination = NETWORK.destination("S", "127.0.0.1", 1);

    assertThatThrownBy(() -> NETWORK.connect(destination))
        .satisfies(
            failure ->
                assertThat(SocketErrors.text((IOException) failure))
                    .isEqualTo("Connection refused (os error 111)"));
  }

  @Test
  void datagramsKeepTheirBounds() throws Exception {
    try (UdpSocket one = NETWORK.bind("127.0.0.1", 0);
        UdpSocket other = NETWORK.bind("127.0.0.1", 0)) {
      CheckedDestination target = NETWORK.destination("S", "127.0.0.1", port(other.address()));
      one.send(bytes("first"), target);
      one.send(bytes(""), target);
      one.send(bytes("third"), target);

      assertThat(other.receive(3).data()).isEqualTo(bytes("fir"));
      assertThat(other.receive(100).data()).isEmpty();
      UdpSocket.Received third = other.receive(100);
      assertThat(third.data()).isEqualTo(bytes("third"));
      assertThat(third.from()).isEqualTo(one.address());
      assertThatThrownBy(() -> one.send(new byte[70_000], target))
          .satisfies(
              failure ->
                  assertThat(SocketErrors.text((IOException) failure))
                      .isEqualTo("Message too long (os error 90)"));
    }
  }

  @Test
  void closingEndsTheWaitForADatagram() throws Exception {
    UdpSocket socket = NETWORK.bind("127.0.0.1", 0);
    CompletableFuture<Throwable> receiving = soon(() -> socket.receive(1));
    TimeUnit.MILLISECONDS.sleep(150);
    socket.close();

    assertThat(receiving)
        .succeedsWithin(Duration.ofSeconds(5))
        .isInstanceOf(ClosedChannelException.class);
  }
}
