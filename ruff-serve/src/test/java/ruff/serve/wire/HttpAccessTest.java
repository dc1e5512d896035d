package ruff.serve.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.host.net.HttpAccess;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpReply;
import ruff.host.net.HttpTransport;
import ruff.host.net.NetworkAccess;
import ruff.host.net.NetworkFailure;
import ruff.policy.DestinationPolicy;
import ruff.policy.Policy;

/** The client against servers that answer well, badly, slowly, endlessly. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpAccessTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int LIMIT = 1000;

  private final HttpTransport transport = new JettyLibrary().newTransport();
  private final HttpAccess http = access(Policy.trusted());
  private final List<HttpHeader> headers = new ArrayList<>();
  private String method = "GET";
  private String body;
  private long millis = 10_000;
  private boolean follows = true;

  @AfterEach
  void close() throws Exception {
    transport.close();
  }

  private HttpAccess access(Policy policy) {
    return new HttpAccess(new NetworkAccess(policy, "http_get"), transport);
  }

  private HttpReply fetch(String url) throws Exception {
    return fetch(http, url);
  }

  private HttpReply fetch(HttpAccess access, String url) throws Exception {
    byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    return access.exchange(
        new HttpCall("HTTP GET", method, url, headers, bytes, nanos, follows, LIMIT));
  }

  private static String text(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aRequestSaysWhatItHasToAndNoMore() throws Exception {
    try (RawServer server = RawServer.always(OK)) {
      HttpReply reply = fetch(server.url("/items/7?full=1&a[]=b|c"));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(text(reply)).isEqualTo("ok");
      assertThat(server.requests().getFirst().split("\r\n"))
          .containsExactlyInAnyOrder(
              "GET /items/7?full=1&a[]=b%7Cc HTTP/1.1",
              "host: 127.0.0.1:" + server.port(),
              "accept: */*",
              "Connection: close",
              "user-agent: ruff");
    }
  }

  @Test
  void bodyAndHeadersAreSentAsGiven() throws Exception {
    try (RawServer server = RawServer.always(OK)) {
      method = "POST";
      body = "größe=1";
      headers.add(new HttpHeader("X-Name", "Jörg"));
      headers.add(new HttpHeader("User-Agent", "mine"));
      headers.add(new HttpHeader("Content-Length", "99999"));
      headers.add(new HttpHeader("Transfer-Encoding", "chunked"));
      fetch(server.url("//twice/%C3%BC"));

      String utf8 =
          new String("Jörg".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertThat(server.requests().getFirst())
          .startsWith("POST //twice/%C3%BC HTTP/1.1\r\n")
          .contains("\r\nx-name: " + utf8 + "\r\n", "\r\nuser-agent: mine\r\n")
          .contains("\r\nContent-Length: 9\r\n")
          .doesNotContain("chunked", "99999", "ontent-type", "ontent-Type", "ruff", "Host")
          .endsWith(new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void longHeadersAreSent() throws Exception {
    try (RawServer server = RawServer.always(OK)) {
      String token = "t".repeat(100_000);
      headers.add(new HttpHeader("Authorization", token));
      fetch(server.url("/"));

      assertThat(server.requests().getFirst()).contains("\r\nauthorization: " + token + "\r\n");
    }
  }

  @Test
  void tooManyHeadersAreRefusedAtOnce() throws Exception {
    try (RawServer server = RawServer.always(OK)) {
      for (int i = 0; i < 200_000; i++) {
        headers.add(new HttpHeader("X-" + i, "y"));
      }
      millis = 3_000;
      assertThatThrownBy(() -> fetch(server.url("/")))
          .isInstanceOf(NetworkFailure.class)
          .hasMessageContaining("headers too large");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "5\r\n"
            + "hello\r\n"
            + "7\r\n"
            + ", world\r\n"
            + "0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nhello, world",
        "HTTP/1.0 200 OK\r\n\r\nhello, world",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello, world"
      })
  void everyFramingOfABodyIsRead(String answer) throws Exception {
    try (RawServer server = RawServer.always(answer)) {
      assertThat(text(fetch(server.url("/")))).isEqualTo("hello, world");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 401, 404, 407, 418, 500, 599})
  void anyStatusIsAnAnswer(int status) throws Exception {
    String challenge = "WWW-Authenticate: Basic realm=x\r\nProxy-Authenticate: Basic realm=x\r\n";
    try (RawServer server =
        RawServer.always(
            "HTTP/1.1 " + status + " Whatever\r\n" + challenge + "Content-Length: 0\r\n\r\n")) {
      assertThat(fetch(server.url("/")).status()).isEqualTo(status);
    }
  }

  @Test
  void headerNamesAreLowerCaseAndTheLastOfANameCounts() throws Exception {
    try (RawServer server =
        RawServer.always(
            "HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Length: 0\r\n\r\n")) {
      HttpReply reply = fetch(server.url("/"));

      assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=UTF-8");

      assertThat(reply.header("x-a")).isEqualTo("2");
      assertThat(reply.headers()).extracting(HttpHeader::name).contains("x-a", "content-length");
    }
  }

  @Test
  void compressedBodiesAreNotUnpacked() throws Exception {
    try (RawServer server =
        RawServer.always(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz")) {
      assertThat(text(fetch(server.url("/")))).isEqualTo("xyz");
    }
  }

  @Test
  void aHeadHasNoBodyHoweverLongItIsSaidToBe() throws Exception {
    try (RawServer server =
        RawServer.always("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")) {
      method = "HEAD";
      assertThat(fetch(server.url("/")).body()).isEmpty();
    }
  }

  // Limits

  @Test
  void anAnnouncedLengthOverTheLimitIsRefused() throws Exception {
    try (RawServer server =
        RawServer.always("HTTP/1.1 200 OK\r\nContent-Length: 123456\r\n\r\nxxx")) {
      assertThatThrownBy(() -> fetch(server.url("/")))
          .hasMessage(
              "HTTP GET failed: response body exceeds maximum network body size (123456 bytes >"
                  + " 1000 bytes)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3ff\r\n"
      })
  void anEndlessBodyIsRefusedWhenTheLimitIsReached(String head) throws Exception {
    try (RawServer server =
        RawServer.answering(
            (_, out) -> {
              out.write(head.getBytes(StandardCharsets.ISO_8859_1));
              while (true) {
                out.write(new byte[64]);
              }
            })) {
      assertThatThrownBy(() -> fetch(server.url("/")))
          .hasMessage(
              "HTTP GET failed: response body exceeds maximum network body size (1001 bytes > 1000"
                  + " bytes)");
    }
  }

  @Test
  void aBodyOfExactlyTheLimitIsTaken() throws Exception {
    try (RawServer server =
        RawServer.always("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000))) {
      assertThat(fetch(server.url("/")).body()).hasSize(1000);
    }
  }

  @Test
  void endlessHeadersAreRefused() throws Exception {
    try (RawServer server =
        RawServer.answering(
            (_, out) -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
              for (int i = 0; ; i++) {
                out.write(
                    ("X-" + i + ": yyyyyyyyyyyyyyyy\r\n").getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      assertThatThrownBy(() -> fetch(server.url("/")))
          .isInstanceOf(NetworkFailure.class)
          .hasMessageStartingWith("HTTP GET failed: error sending request for url (");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"~~", "HTTP/1.1 200 OK", "~HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nx~"})
  void silenceEndsWithTheTimeLimit(String beginning) throws Exception {
    try (RawServer server =
        RawServer.answering(
            (_, out) -> {
              out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
              out.flush();
              Thread.sleep(20_000);
            })) {
      millis = 300;
      long start = System.nanoTime();
      assertThatThrownBy(() -> fetch(server.url("/")))
          .hasMessage(
              "HTTP GET failed: error sending request for url ("
                  + server.url("/")
                  + "): operation timed out");
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }
  }

  @Test
  void aSlowDripEndsWithTheTimeLimitToo() throws Exception {
    try (RawServer server =
        RawServer.answering(
            (_, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
              while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(20);
              }
            })) {
      millis = 500;
      assertThatThrownBy(() -> fetch(server.url("/"))).hasMessageEndingWith("operation timed out");
    }
  }

  // Broken answers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"
      })
  void aBrokenAnswerIsAFailure(String answer) throws Exception {
    try (RawServer server = RawServer.always(answer)) {
      millis = 5_000;
      assertThatThrownBy(() -> fetch(server.url("/")))
          .isInstanceOf(NetworkFailure.class)
          .hasMessageStartingWith("HTTP GET failed: ")
          .hasMessageNotContainingAny("null", "jetty", "@");
    }
  }

  @Test
  void nobodyAnswersOnPortOne() {
    assertThatThrownBy(() -> fetch("http://127.0.0.1:1/x"))
        .hasMessage(
            "HTTP GET failed: error sending request for url (http://127.0.0.1:1/x): Connection"
                + " refused (os error 111)");
  }

  // Redirects

  private static String redirect(int status, String location) {
    return "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
        .formatted(status, location);
  }

  /** Answers the first request by leading elsewhere, all others with success. */
  private static RawServer leading(int status, String location) throws IOException {
    return RawServer.answering(
        (request, out) -> {
          boolean first = request.contains(" /old");
          String answer = first ? redirect(status, location) : OK;
          out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "301, GET, GET",
    "302, GET, GET",
    "303, GET, GET",
    "307, GET, GET",
    "308, GET, GET",
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "307, POST, POST",
    "308, POST, POST",
    "303, PUT, GET",
    "302, PUT, PUT",
    "303, HEAD, HEAD"
  })
  void redirectsKeepOrChangeTheMethod(int status, String asked, String then) throws Exception {
    try (RawServer server = leading(status, "/new?x=1")) {
      method = asked;
      body = asked.startsWith("P") ? "data" : null;
      headers.add(new HttpHeader("Content-Type", "text/plain"));
      fetch(server.url("/old"));

      String second = server.requests().get(1);
      assertThat(second).startsWith(then + " /new?x=1 HTTP/1.1\r\n");
      assertThat(second.endsWith("data")).isEqualTo(then.startsWith("P"));
      boolean dropped = !asked.equals(then);
      assertThat(second.contains("content-type: text/plain")).isEqualTo(!dropped);
    }
  }

  @Test
  void redirectsAreLeftAloneWhenTheProgramSaysSo() throws Exception {
    try (RawServer server = leading(302, "/new")) {
      follows = false;
      HttpReply reply = fetch(server.url("/old"));

      assertThat(reply.status()).isEqualTo(302);
      assertThat(reply.header("location")).isEqualTo("/new");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void tenRedirectsAreFollowedAndNoMore() throws Exception {
    try (RawServer server = RawServer.always(redirect(302, "/again"))) {
      assertThatThrownBy(() -> fetch(server.url("/")))
          .hasMessage(
              "HTTP GET failed: error following redirect for url ("
                  + server.url("/again")
                  + "): too many redirects");
      assertThat(server.requests()).hasSize(11);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, unsupported URL scheme 'file'; expected http or https",
    "ftp://127.0.0.1/, unsupported URL scheme 'ftp'; expected http or https",
    "http://127.0.0.1:0/, destination port must be 1-65535",
    "http://:1/, invalid URL 'http://:1/': empty host"
  })
  void redirectsToWhatIsNoGoodAreRefused(String location, String why) throws Exception {
    try (RawServer server = leading(302, location)) {
      assertThatThrownBy(() -> fetch(server.url("/old"))).hasMessage("HTTP GET failed: " + why);
    }
  }

  @Test
  void theBodyOfARedirectIsNotWaitedFor() throws Exception {
    try (RawServer server =
        RawServer.answering(
            (request, out) -> {
              boolean first = request.contains(" /old");
              String endless =
                  "HTTP/1.1 302 Found\r\nLocation: /new\r\nContent-Length: 5000000\r\n\r\n";
              out.write((first ? endless : OK).getBytes(StandardCharsets.ISO_8859_1));
              out.flush();
              Thread.sleep(first ? 5_000 : 0);
            })) {
      assertThat(text(fetch(server.url("/old")))).isEqualTo("ok");
    }
  }

  @Test
  void aRedirectWithoutATargetIsAnAnswer() throws Exception {
    try (RawServer server =
        RawServer.always("HTTP/1.1 302 Found\r\nContent-Length: 4\r\n\r\nbody")) {
      assertThat(text(fetch(server.url("/")))).isEqualTo("body");
    }
  }

  @Test
  void secretsDoNotFollowToAnotherServer() throws Exception {
    try (RawServer other = RawServer.always(OK);
        RawServer server = leading(302, other.url("/there"))) {
      headers.add(new HttpHeader("Authorization", "Bearer secret"));
      headers.add(new HttpHeader("Cookie", "session=secret"));
      headers.add(new HttpHeader("X-Kept", "yes"));
      fetch(server.url("/old").replace("http://", "http://user:secret@"));

      assertThat(server.requests().getFirst()).contains("Bearer secret", "session=secret");
      assertThat(other.requests().getFirst())
          .doesNotContain("secret", "uthorization", "ookie")
          .contains("x-kept: yes");
    }
  }

  @Test
  void secretsFollowOnTheSameServer() throws Exception {
    try (RawServer server = leading(302, "/new")) {
      fetch(server.url("/old").replace("http://", "http://user:pass@"));

      assertThat(server.requests())
          .hasSize(2)
          .allMatch(request -> request.contains("authorization: Basic dXNlcjpwYXNz"));
    }
  }

  // What may be connected to

  @Test
  void aForbiddenAddressIsNotConnectedTo() throws Exception {
    HttpAccess guarded = access(Policy.trusted().withDestinations(DestinationPolicy.DENY_PRIVATE));
    try (RawServer server = RawServer.always(OK)) {
      for (String host : List.of("127.0.0.1", "127.1", "2130706433", "[::ffff:127.0.0.1]")) {
        assertThatThrownBy(() -> fetch(guarded, "http://" + host + ":" + server.port() + "/"))
            .hasMessageContaining("(resolved to blocked addresses: 127.0.0.1)");
      }
      assertThatThrownBy(() -> fetch(guarded, "http://localhost:" + server.port() + "/"))
          .hasMessageStartingWith("HTTP GET blocked by outbound destination policy 'deny_private'");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void proxiesOfTheEnvironmentAreNotUsed() throws Exception {
    try (RawServer proxy = RawServer.always(OK);
        RawServer server = RawServer.always(OK)) {
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
      System.setProperty("http.nonProxyHosts", "");
      try {
        fetch(server.url("/"));
      } finally {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
        System.clearProperty("http.nonProxyHosts");
      }
      assertThat(proxy.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "~a b~, v, invalid header name",
        "~a\r\nb~, v, invalid header name",
        "~~, v, invalid header name",
        "a, ~v\r\nX: y~, ~invalid value of header 'a'~",
        "a, ~v\0~, ~invalid value of header 'a'~"
      })
  void headersCannotBeginLinesOfTheirOwn(String name, String value, String why) {
    headers.add(new HttpHeader(name, value));
    assertThatThrownBy(() -> fetch("http://127.0.0.1:1/")).hasMessage("HTTP GET failed: " + why);
  }

  @Test
  void anInterruptEndsARequest() throws Exception {
    try (RawServer server = RawServer.answering((_, _) -> Thread.sleep(20_000))) {
      Thread waiting = Thread.currentThread();
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  Thread.sleep(200);
                } catch (InterruptedException _) {
                  return;
                }
                waiting.interrupt();
              });
      assertThatThrownBy(() -> fetch(server.url("/"))).isInstanceOf(InterruptedException.class);
    }
  }
}
