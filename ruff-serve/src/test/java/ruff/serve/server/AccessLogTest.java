package ruff.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators read about requests. */
class AccessLogTest {
  @TempDir Path folder;

  @Test
  void aLineHasAllFacts() {
    AccessLog log = new AccessLog(_ -> {}, true);

    assertThat(log.line(new AccessLog.Entry(12, "GET", "/a?b", 206, 7, 3)))
        .isEqualTo(
            "serve_access ts=12 secure=true method=GET path=\"/a?b\" status=206 bytes=7"
                + " elapsed_ms=3\n");
  }

  @Test
  void whatCouldForgeALineIsEscaped() {
    AccessLog log = new AccessLog(_ -> {}, false);

    assertThat(log.line(new AccessLog.Entry(0, "G\"", "/\"\\\n\u001b\u00ff\u007f", 200, 0, 0)))
        .contains(" method=G\\x22 ")
        .contains(" path=\"/\\x22\\x5C\\x0A\\x1B\\xFF\\x7F\" ");
  }

  @Test
  void aReaderThatIsStuckStopsNobody() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    List<String> written = new CopyOnWriteArrayList<>();
    AccessLog log =
        new AccessLog(
            lines -> {
              try {
                stuck.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              lines.lines().forEach(written::add);
            },
            false);
    for (int i = 0; i < 25_000; i++) {
      log.add(new AccessLog.Entry(i, "GET", "/", 200, 0, 0));
    }
    stuck.countDown();
    log.close();
    long told =
        written.stream()
            .filter(line -> line.startsWith("serve_access lost="))
            .mapToLong(line -> Long.parseLong(line.substring(line.indexOf('=') + 1)))
            .sum();
    long lines = written.stream().filter(line -> line.contains("status=")).count();
    assertThat(told).isPositive();
    assertThat(told + lines).isEqualTo(25_000);
  }

  @Test
  void everyAnswerIsLogged() throws IOException, InterruptedException {
    Path root = folder.toRealPath();
    Files.writeString(root.resolve("a.txt"), "abc");
    try (TestServer server = TestServer.start(root);
        RawClient client = new RawClient(server.port())) {
      client.get("/a.txt?q=\"\\");
      client.send("HEAD /a.txt HTTP/1.1\r\nHost: x\r\n\r\n").read(true);
      client.get("/.env");
      client.send("BREW / HTTP/1.1\r\nHost: x\r\n\r\n").read(false);
      client.send("GET /a.txt HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n").read(false);
      client.send("GET /" + "y".repeat(9000) + " HTTP/1.1\r\n").read(false);
      for (int i = 0; server.log().size() < 6 && i < 500; i++) {
        Thread.sleep(10);
      }
      List<String> lines =
          server.log().stream()
              .map(line -> line.replaceAll("ts=\\d{10} ", "").replaceAll("elapsed_ms=\\d+", "ms"))
              .toList();
      assertThat(lines.subList(0, 5))
          .containsExactly(
              "serve_access secure=false method=GET path=\"/a.txt?q=\\x22\\x5C\" status=200 bytes=3"
                  + " ms\n",
              "serve_access secure=false method=HEAD path=\"/a.txt\" status=200 bytes=3 ms\n",
              "serve_access secure=false method=GET path=\"/.env\" status=403 bytes=9 ms\n",
              "serve_access secure=false method=BREW path=\"/\" status=501 bytes=15 ms\n",
              "serve_access secure=false method=GET path=\"/a.txt\" status=304 bytes=0 ms\n");
      assertThat(lines.get(5)).contains("method=GET path=\"/yyy").contains("status=414 bytes=12");
    }
  }
}
