package ruff.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ruff.serve.http.Limits;

/** Many connections, slow ones, and those that end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionTest {
  private static final int LARGE = 8 << 20;
  private static final String GET_LARGE = "GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n";

  @TempDir Path folder;
  private Path root;
  private byte[] large;

  @BeforeEach
  void makeSite() throws IOException {
    root = folder.toRealPath();
    Files.writeString(root.resolve("small.txt"), "small");
    large = new byte[LARGE];
    new Random(1).nextBytes(large);
    Files.write(root.resolve("large.bin"), large);
  }

  private TestServer start(long readMillis, long writeMillis, long requests) throws IOException {
    Limits limits = new Limits(8192, 16384, 100, 1 << 20, readMillis, writeMillis, requests);
    return TestServer.start(TestServer.options(root), limits);
  }

  @Test
  void idleAndSlowConnectionsDoNotStopOthers() throws IOException {
    List<RawClient> others = new ArrayList<>();
    try (TestServer server = start(20_000, 20_000, 128)) {
      for (int i = 0; i < 100; i++) {
        RawClient other = new RawClient(server.port());
        others.add(other);
        switch (i % 4) {
          case 0 -> {}
          case 1 -> other.send("GET /small.txt HTTP/1.1\r\nHo");
          case 2 ->
              other.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na");
          default -> other.send(GET_LARGE);
        }
      }
      long start = System.nanoTime();
      for (int i = 0; i < 28; i++) {
        RawClient client = new RawClient(server.port());
        others.add(client);
        assertThat(client.get("/small.txt").text()).isEqualTo("small");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      for (RawClient other : others) {
        other.close();
      }
    }
  }

  @Test
  void oneRequestTooManyIsToldSo() throws IOException {
    try (TestServer server = start(5000, 20_000, 1);
        RawClient slow = slowReader(server);
        RawClient other = new RawClient(server.port())) {
      slow.send(GET_LARGE);
      await(() -> slow.socket().getInputStream().available() > 0);
      RawClient.Reply busy = other.get("/small.txt");
      assertThat(busy.status()).isEqualTo(503);
      assertThat(busy.text()).isEqualTo("Service Unavailable");
      assertThat(busy.header("Cache-Control")).isEqualTo("no-store");
      assertThat(other.send("POST /.env HTTP/1.1\r\nHost: x\r\n\r\n").read(false).status())
          .isEqualTo(503);
      assertThat(slow.read(false).body()).isEqualTo(large);
      await(() -> other.get("/small.txt").status() == 200);
      assertThat(server.log()).anyMatch(line -> line.contains(" status=503 bytes=19 "));
    }
  }

  private static RawClient slowReader(TestServer server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    return new RawClient(socket);
  }

  /** Something that a test waits for. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      pause(10);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anIdleConnectionEnds() throws IOException {
    try (TestServer server = start(600, 5000, 128);
        RawClient idle = new RawClient(server.port());
        RawClient used = new RawClient(server.port())) {
      assertThat(used.get("/small.txt").status()).isEqualTo(200);
      long start = System.nanoTime();
      assertThat(used.isClosed()).isTrue();
      assertThat(idle.isClosed()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void aRequestThatComesInByteByByteEnds() throws IOException {
    try (TestServer server = start(300, 5000, 128);
        RawClient slow = new RawClient(server.port())) {
      long start = System.nanoTime();
      boolean ended = false;
      while (!ended) {
        try {
          slow.send("A");
          pause(40);
        } catch (IOException closed) {
          ended = true;
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  @Test
  void aBodyThatDoesNotComeEnds() throws IOException {
    try (TestServer server = start(600, 5000, 128);
        RawClient announced = new RawClient(server.port());
        RawClient pieces = new RawClient(server.port())) {
      announced.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc");
      pieces.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc");
      assertThat(announced.read(false).status()).isEqualTo(405);
      assertThat(announced.isClosed()).isTrue();
      assertThat(pieces.isClosed()).isTrue();
    }
  }

  @Test
  void anAnswerThatIsNotReadEnds() throws IOException {
    try (TestServer server = start(5000, 300, 1);
        RawClient stuck = slowReader(server);
        RawClient other = new RawClient(server.port())) {
      stuck.send(GET_LARGE);
      // The log tells when the answer has ended, however it did.
      await(() -> server.log().stream().anyMatch(line -> line.contains("/large.bin")));
      assertThat(other.get("/small.txt").status()).isEqualTo(200);
      byte[] received = stuck.socket().getInputStream().readAllBytes();
      assertThat(received.length).isLessThan(LARGE);
    }
  }

  @Test
  void anAnswerThatIsReadSlowlyGetsThere() throws IOException {
    try (TestServer server = start(300, 1200, 128);
        RawClient slow = slowReader(server)) {
      slow.send(GET_LARGE);
      byte[] received = new byte[0];
      long start = System.nanoTime();
      while (System.nanoTime() - start < Duration.ofMillis(2500).toNanos()) {
        byte[] piece = slow.socket().getInputStream().readNBytes(120_000);
        received = concat(received, piece);
        pause(60);
      }
      byte[] rest = slow.socket().getInputStream().readNBytes(LARGE + 2000 - received.length);
      byte[] all = concat(received, rest);
      assertThat(Arrays.copyOfRange(all, all.length - LARGE, all.length)).isEqualTo(large);
    }
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void aFileThatChangesIsSentAsItIs() throws IOException {
    Path file = root.resolve("small.txt");
    try (TestServer server = start(5000, 5000, 128);
        RawClient client = new RawClient(server.port())) {
      for (int i = 0; i < 50; i++) {
        String content = "version " + i % 10;
        Files.writeString(file, content);
        assertThat(client.get("/small.txt").text()).isEqualTo(content);
        assertThat(client.get("/small.txt").text()).isEqualTo(content);
      }
      Files.delete(file);
      assertThat(client.get("/small.txt").status()).isEqualTo(404);
      Files.createSymbolicLink(file, Path.of("/dev/null"));
      assertThat(client.get("/small.txt").status()).isEqualTo(403);
    }
  }

  @Test
  void compressedFormsAreSeenWhenTheyCome() throws IOException {
    String request = "GET /small.txt HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\n";
    try (TestServer server = start(5000, 5000, 128);
        RawClient client = new RawClient(server.port())) {
      pause(150);
      assertThat(client.send(request).read(false).header("Vary")).isNull();
      assertThat(client.send(request).read(false).header("Vary")).isNull();
      Files.writeString(root.resolve("small.txt.br"), "br");
      assertThat(client.send(request).read(false).text()).isEqualTo("br");
      Files.delete(root.resolve("small.txt.br"));
      assertThat(client.send(request).read(false).text()).isEqualTo("small");
    }
  }

  @Test
  void largeFilesComeWholeAndInParts() throws IOException {
    try (TestServer server = start(5000, 5000, 128);
        RawClient client = new RawClient(server.port())) {
      assertThat(client.get("/large.bin").body()).isEqualTo(large);
      String part = "GET /large.bin HTTP/1.1\r\nHost: x\r\nRange: bytes=1000000-3999999\r\n\r\n";
      assertThat(client.send(part).read(false).body())
          .isEqualTo(Arrays.copyOfRange(large, 1_000_000, 4_000_000));
      assertThat(client.get("/small.txt").text()).isEqualTo("small");
    }
  }

  @Test
  void manyRequestsAtOnceAreAnsweredInTheirOrder() throws IOException {
    String small = "GET /small.txt HTTP/1.1\r\nHost: x\r\n\r\n";
    String missing = "GET /missing HTTP/1.1\r\nHost: x\r\n\r\n";
    try (TestServer server = start(5000, 5000, 128);
        RawClient client = new RawClient(server.port())) {
      client.send((small + missing + small + small).repeat(100));
      for (int i = 0; i < 400; i++) {
        assertThat(client.read(false).status()).isEqualTo(i % 4 == 1 ? 404 : 200);
      }
    }
  }

  @Test
  void aServerThatStopsLetsAnswersOut() throws Exception {
    TestServer server = start(5000, 5000, 128);
    try (RawClient reading = slowReader(server);
        RawClient idle = new RawClient(server.port())) {
      assertThat(idle.get("/small.txt").status()).isEqualTo(200);
      String part = "GET /large.bin HTTP/1.1\r\nHost: x\r\nRange: bytes=0-1999999\r\n\r\n";
      reading.send(part);
      await(() -> reading.socket().getInputStream().available() > 0);
      long start = System.nanoTime();
      Thread stopping = Thread.ofPlatform().start(server::close);
      assertThat(reading.read(false).body()).isEqualTo(Arrays.copyOf(large, 2_000_000));
      stopping.join();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertThat(idle.isClosed()).isTrue();
    }
  }

  @Test
  void changedRequestsAreAnsweredOrClosed() throws IOException {
    String good =
        "POST /small.txt?q HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Range: bytes=0-1\r\n"
            + "Transfer-Encoding: chunked\r\n"
            + "Accept-Encoding: br;q=0.5, gzip\r\n"
            + "If-None-Match: \"x\", W/\"y\"\r\n\r\n"
            + "3;a=b\r\n"
            + "abc\r\n"
            + "0\r\n"
            + "T: x\r\n\r\n"
            + "GET /small.txt HTTP/1.1\r\n"
            + "Host: x\r\n\r\n";
    Random random = new Random(7);
    try (TestServer server = start(500, 500, 128)) {
      for (int i = 0; i < 1500; i++) {
        StringBuilder changed = new StringBuilder(good);
        for (int j = random.nextInt(4); j >= 0; j--) {
          changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(256));
        }
        changed.setLength(random.nextInt(changed.length() + 1));
        try (RawClient client = new RawClient(server.port())) {
          client.send(changed.toString());
          client.socket().shutdownOutput();
          String answers =
              new String(
                  client.socket().getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
          assertThat(answers).as(changed.toString()).matches("(?s)|HTTP/1\\.1 [2345].*");
          assertThat(answers).doesNotContain("HTTP/1.1 500");
        } catch (java.net.SocketException reset) {
          assertThat(reset).hasMessageContaining("reset");
        }
      }
      try (RawClient client = new RawClient(server.port())) {
        assertThat(client.get("/small.txt").text()).isEqualTo("small");
      }
    }
  }

  @Test
  void badRequestsLeaveNothingBehind() throws IOException {
    String[] bad = {
      "GET /../x HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
      "\0\1\2\3",
      "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nA: " + "b".repeat(20_000),
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "GET /" + "a".repeat(9000)
    };
    try (TestServer server = start(5000, 5000, 128)) {
      for (int i = 0; i < 350; i++) {
        sendBad(server, bad[i % bad.length]);
      }
      long before = usedBytes();
      for (int i = 0; i < 2000; i++) {
        sendBad(server, bad[i % bad.length]);
      }
      server.log().clear();
      assertThat(usedBytes() - before).isLessThan(4L << 20);
      try (RawClient client = new RawClient(server.port())) {
        assertThat(client.get("/small.txt").text()).isEqualTo("small");
      }
    }
  }

  private static void sendBad(TestServer server, String request) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.send(request).read(false).status()).isBetween(400, 499);
    }
    server.log().clear();
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    pause(50);
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
