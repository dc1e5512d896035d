package ruff.serve.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ruff.host.net.HttpAccess;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpReply;
import ruff.host.net.HttpTransport;
import ruff.host.net.NetworkAccess;
import ruff.policy.Policy;

/** HTTPS with certificates that are trusted, unknown, and for somebody else. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret";
  private static final String PASSWORD = "changeit";
  private static final String STORE_PROPERTY = "javax.net.ssl.trustStore";

  @TempDir private static Path folder;
  private static Path good;
  private static Path wrongName;

  private final HttpTransport transport = new JettyLibrary().newTransport();

  @BeforeAll
  static void makeCertificates() throws Exception {
    good = keyStore("good", "ip:127.0.0.1,dns:localhost");
    wrongName = keyStore("wrong", "dns:elsewhere.test");
  }

  private static Path keyStore(String name, String subject) throws Exception {
    Path file = folder.resolve(name + ".p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            tool,
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=" + subject,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
    return file;
  }

  @AfterEach
  void close() throws IOException {
    transport.close();
    System.clearProperty(STORE_PROPERTY);
  }

  private static ServerSocketFactory sockets(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  private static RawServer server(Path store, String answer) throws Exception {
    return RawServer.answering(
        sockets(store), (_, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void trust(Path store) {
    System.setProperty(STORE_PROPERTY, store.toString());
    System.setProperty(STORE_PROPERTY + "Password", PASSWORD);
  }

  private HttpReply fetch(String url) throws Exception {
    HttpAccess http = new HttpAccess(new NetworkAccess(Policy.trusted(), "http_get"), transport);
    long nanos = TimeUnit.SECONDS.toNanos(20);
    return http.exchange(new HttpCall("HTTP GET", "GET", url, List.of(), null, nanos, true, 1000));
  }

  private static String https(RawServer server, String host) {
    return "https://" + host + ":" + server.port() + "/";
  }

  @Test
  void aTrustedCertificateIsAccepted() throws Exception {
    trust(good);
    try (RawServer server = server(good, OK)) {
      assertThat(fetch(https(server, "127.0.0.1")).body()).hasSize(6);
      assertThat(fetch(https(server, "localhost")).body()).hasSize(6);
    }
  }

  @Test
  void anUnknownCertificateIsRefused() throws Exception {
    try (RawServer server = server(good, OK)) {
      assertThatThrownBy(() -> fetch(https(server, "127.0.0.1")))
          .hasMessageStartingWith("HTTP GET failed: error sending request for url (https://127.")
          .hasMessageContaining("certif");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    trust(wrongName);
    try (RawServer server = server(wrongName, OK)) {
      assertThatThrownBy(() -> fetch(https(server, "127.0.0.1"))).hasMessageContaining("127.0.0.1");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsIsAFailure() throws Exception {
    try (RawServer server = RawServer.always(OK)) {
      assertThatThrownBy(() -> fetch(https(server, "127.0.0.1")))
          .hasMessageStartingWith("HTTP GET failed: error sending request for url (");
    }
  }

  @Test
  void redirectsLeadFromOneToTheOther() throws Exception {
    trust(good);
    try (RawServer plain = RawServer.always(OK);
        RawServer secure =
            server(
                good,
                "HTTP/1.1 302 Found\r\nLocation: "
                    + plain.url("/down")
                    + "\r\nContent-Length: 0\r\n\r\n")) {
      String url = https(secure, "127.0.0.1").replace("https://", "https://user:pass@");
      assertThat(fetch(url).status()).isEqualTo(200);
      assertThat(secure.requests().getFirst()).contains("authorization: Basic");
      assertThat(plain.requests().getFirst()).doesNotContain("uthorization");
    }
  }
}
