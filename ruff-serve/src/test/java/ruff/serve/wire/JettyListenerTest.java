package ruff.serve.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpListener;
import ruff.host.net.HttpVisit;
import ruff.policy.Meter;

/** The server that handlers of programs stand behind, spoken to byte by byte. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JettyListenerTest {
  private static final int MAX_BODY = 1000;
  private static final HttpHeader PLAIN = new HttpHeader("Content-Type", "text/plain");

  private HttpListener listener;
  private final AtomicInteger handled = new AtomicInteger();
  private volatile HttpVisit last;

  @BeforeEach
  void start() throws IOException {
    listener =
        new JettyLibrary().listen(new InetSocketAddress("127.0.0.1", 0), MAX_BODY, Meter.UNLIMITED);
    Thread.ofPlatform().daemon().start(this::answerAll);
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  private void answerAll() {
    try {
      while (true) {
        HttpVisit visit = listener.next();
        last = visit;
        int number = handled.incrementAndGet();
        byte[] body = ("answer " + number).getBytes(StandardCharsets.UTF_8);
        switch (visit.target()) {
          case "/split" ->
              visit.answer(
                  200,
                  List.of(new HttpHeader("Content-Length", "3"), new HttpHeader("X-A", "é")),
                  body);
          case "/empty" -> visit.answer(204, List.of(PLAIN), body);
          case "/long" ->
              visit.answer(200, List.of(new HttpHeader("X-A", "a".repeat(60_000))), body);
          case "/many" -> visit.answer(200, manyHeaders(), body);
          case "/odd" -> visit.answer(799, List.of(PLAIN), body);
          default -> visit.answer(200, List.of(PLAIN), body);
        }
      }
    } catch (InterruptedException stopped) {
      // The test is over.
    }
  }

  private static List<HttpHeader> manyHeaders() {
    return IntStream.range(0, 200_000).mapToObj(i -> new HttpHeader("X-" + i, "y")).toList();
  }

  /** Sends bytes and reads until the server closes or is silent for a while. */
  private String talk(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", listener.port())) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      StringBuilder answer = new StringBuilder();
      try {
        for (int next = socket.getInputStream().read(); next >= 0; ) {
          answer.append((char) next);
          next = socket.getInputStream().read();
        }
      } catch (java.net.SocketTimeoutException silent) {
        // The connection is kept.
      }
      return answer.toString();
    }
  }

  @Test
  void aRequestIsHandedOverAsItCame() throws IOException {
    String answer =
        talk(
            "PUT /a%20b/../c;x=1?q=a+b%21&&r HTTP/1.1\r\nhost: h\r\nX-MIXED-case: Value\r\n"
                + "accept: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");

    assertThat(last.method()).isEqualTo("PUT");
    assertThat(last.target()).isEqualTo("/a%20b/../c;x=1?q=a+b%21&&r");
    assertThat(last.body()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(last.headers())
        .contains(
            new HttpHeader("X-MIXED-case", "Value"),
            new HttpHeader("host", "h"),
            new HttpHeader("accept", "x"));
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nServer: ruff\r\n", "\r\nDate: ", "\r\nContent-Length: 8\r\n")
        .endsWith("\r\n\r\nanswer 1");
  }

  @Test
  void aConnectionCarriesSeveralRequests() throws IOException {
    String request = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    String answer =
        talk(request + request + request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

    assertThat(answer).contains("answer 1", "answer 2").endsWith("answer 3");
  }

  @Test
  void aHeadHasTheHeadersAndNoBody() throws IOException {
    String answer = talk("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(answer).contains("\r\nContent-Length: 8\r\n").endsWith("\r\n\r\n");
  }

  @Test
  void longHeadersOfAnAnswerAreSent() throws IOException {
    String answer = talk("GET /long HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .contains("\r\nX-A: " + "a".repeat(60_000) + "\r\n")
        .endsWith("\r\n\r\nanswer 1");
  }

  @Test
  void anAnswerWithTooManyHeadersSaysSo() throws IOException {
    String answer = talk("GET /many HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 500 ")
        .endsWith(
            "\r\n\r\nInternal Server Error: the headers of the response have more than 65536"
                + " bytes");
  }

  @Test
  void handlersCannotSayWhereTheirAnswerEnds() throws IOException {
    String answer = talk("GET /split HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .contains("\r\nContent-Length: 8\r\n", "\r\nX-A: Ã©\r\n")
        .endsWith("answer 1");
  }

  @Test
  void statusesWithoutABodyHaveNone() throws IOException {
    assertThat(talk("GET /empty HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 204 ")
        .endsWith("\r\n\r\n");
    assertThat(talk("GET /odd HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 799 ")
        .endsWith("answer 2");
  }

  @Test
  void aBodyOverTheLimitIsRefusedAndTheServerGoesOn() throws IOException {
    String announced = talk("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n");
    String chunked =
        talk(
            "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n"
                + "x".repeat(1001)
                + "\r\n0\r\n\r\n");

    assertThat(announced).startsWith("HTTP/1.1 413 ").endsWith("Payload Too Large");
    assertThat(chunked).startsWith("HTTP/1.1 413 ").endsWith("Payload Too Large");
    assertThat(handled).hasValue(0);
    String exact =
        talk(
            "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n"
                + "x".repeat(1000));
    assertThat(exact).startsWith("HTTP/1.1 200 ");
    assertThat(last.body()).hasSize(1000);
  }

  @Test
  void unfinishedRequestsDoNotKeepOthersWaiting() throws IOException {
    try (Socket slow = new Socket("127.0.0.1", listener.port());
        Socket slower = new Socket("127.0.0.1", listener.port())) {
      slow.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
      slower
          .getOutputStream()
          .write(
              "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nx"
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(talk("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
          .endsWith("answer 1");
    }
  }

  @Test
  void brokenRequestsAreAnsweredOrClosedAndNeverHandled() throws IOException {
    for (String broken :
        List.of(
            "nonsense\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: h\r\nbad header\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "GET / HTTP/9.1\r\nHost: h\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET /../x HTTP/1.1\r\nHost: h\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n")) {
      String answer = talk(broken);
      assertThat(answer.matches("(?s)HTTP/1.1 (400|505|426) .*"))
          .as(broken + " -> " + answer)
          .isTrue();
      assertThat(answer).doesNotContain("Exception", "jetty", "Jetty");
    }
    assertThat(handled).hasValue(0);
  }

  @Test
  void aPortInUseIsAFailure() {
    assertThatThrownBy(
            () ->
                new JettyLibrary()
                    .listen(
                        new InetSocketAddress("127.0.0.1", listener.port()),
                        MAX_BODY,
                        Meter.UNLIMITED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Address already in use");
  }
}
