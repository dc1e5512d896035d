package ruff.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ruff.serve.http.Limits;

/** Requests as bytes, and the answers to them. */
class ExchangeTest {
  private static final List<String> FILES =
      List.of("paths.txt", "files.txt", "limits.txt", "hygiene.txt", "preview.txt");
  private static final Map<String, TestServer> SERVERS = new HashMap<>();

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path root = SiteFixture.in(folder).root();
    Limits small = new Limits(60, 100, 3, 10, 5000, 5000, 128);
    SERVERS.put("usual", TestServer.start(root));
    SERVERS.put("plain", TestServer.start(TestServer.plain(root), Limits.USUAL));
    SERVERS.put("small", TestServer.start(TestServer.options(root), small));
    SERVERS.put("preview", TestServer.start(TestServer.preview(root), Limits.USUAL));
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(TestServer::close);
  }

  @TestFactory
  Stream<DynamicTest> exchanges() throws IOException {
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (String file : FILES) {
      for (Exchange exchange : Exchange.read(file)) {
        tests.add(DynamicTest.dynamicTest(file + ": " + exchange.title(), () -> check(exchange)));
      }
    }
    return tests.build();
  }

  private static void check(Exchange exchange) throws IOException {
    try (RawClient client = new RawClient(SERVERS.get(exchange.server()).port())) {
      client.send(exchange.sent());
      String[] methods =
          Arrays.stream(exchange.sent().split("\r\n"))
              .filter(line -> line.contains(" HTTP/"))
              .map(line -> line.substring(0, line.indexOf(' ')))
              .toArray(String[]::new);
      for (int i = 0; i < exchange.answers().size(); i++) {
        boolean headOnly = i < methods.length && methods[i].equals("HEAD");
        check(exchange.answers().get(i), client.read(headOnly));
      }
      switch (exchange.end()) {
        case ANY -> {}
        case CLOSED -> assertThat(client.isClosed()).as("closed").isTrue();
        case OPEN -> assertThat(client.get("/ten.txt").text()).isEqualTo("0123456789");
      }
    }
  }

  private static void check(Exchange.Expected expected, RawClient.Reply reply) {
    assertThat(reply.status() + " " + reply.reason())
        .as(reply.toString())
        .startsWith(expected.status());
    for (String header : expected.present()) {
      assertThat(reply.headers()).contains(header);
    }
    for (String name : expected.absent()) {
      assertThat(reply.header(name)).as(name).isNull();
    }
    if (expected.body() != null) {
      assertThat(reply.text()).isEqualTo(expected.body());
    }
  }
}
