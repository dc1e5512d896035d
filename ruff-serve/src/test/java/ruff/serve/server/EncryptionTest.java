package ruff.serve.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.serve.http.Limits;
import ruff.serve.site.SiteOptions;

/** Keys and certificates from PEM files, and what they encrypt. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EncryptionTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static Pair rsa;
  private static Pair elliptic;
  private static Pair edwards;

  private record Pair(X509Certificate certificate, PrivateKey key) {
    byte[] certificateFile() throws Exception {
      return ("a comment\n" + pem("CERTIFICATE", certificate.getEncoded()))
          .getBytes(StandardCharsets.US_ASCII);
    }

    byte[] keyFile() {
      return pem("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }
  }

  @BeforeAll
  static void makeKeys() throws Exception {
    rsa = make("RSA");
    elliptic = make("EC");
    edwards = make("Ed25519");
  }

  private static Pair make(String algorithm) throws Exception {
    Path file = folder.resolve(algorithm + ".p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "one",
            "-keyalg",
            algorithm,
            "-dname",
            "CN=localhost",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD));
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
    return new Pair(
        (X509Certificate) store.getCertificate("one"), (PrivateKey) store.getKey("one", PASSWORD));
  }

  private static Pair anotherRsa() throws Exception {
    Files.delete(folder.resolve("RSA.p12"));
    return make("RSA");
  }

  private static String pem(String name, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + name + "-----\n" + text + "\n-----END " + name + "-----\n";
  }

  private static RawClient connect(TestServer server, Pair trusted) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("it", trusted.certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    TrustManager[] managers = trust.getTrustManagers();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return new RawClient(context.getSocketFactory().createSocket("127.0.0.1", server.port()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void filesAreServedEncrypted(String algorithm) throws Exception {
    Pair pair =
        switch (algorithm) {
          case "RSA" -> rsa;
          case "EC" -> elliptic;
          default -> edwards;
        };
    Path root = Files.createDirectories(folder.toRealPath().resolve("site"));
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);
    Files.write(root.resolve("large.bin"), large);
    Files.writeString(root.resolve("a.txt"), "abc");
    KeyStore keys = PreviewServer.keys(pair.certificateFile(), pair.keyFile());
    try (TestServer server = TestServer.startSecure(root, keys);
        RawClient client = connect(server, pair)) {
      RawClient.Reply reply = client.get("/a.txt");
      assertThat(reply.text()).isEqualTo("abc");
      assertThat(reply.header("Strict-Transport-Security"))
          .isEqualTo("max-age=31536000; includeSubDomains");
      assertThat(client.get("/large.bin").body()).isEqualTo(large);
      assertThat(client.get("/nothing").header("Strict-Transport-Security")).isNotNull();
      assertThat(client.send("GET /%zz HTTP/1.0\r\n\r\n").read(false).status()).isEqualTo(400);
      assertThat(client.isClosed()).isTrue();
      assertThat(server.log()).first().asString().contains(" secure=true ");
    }
  }

  @Test
  void clearTextIsNoGreeting() throws Exception {
    KeyStore keys = PreviewServer.keys(rsa.certificateFile(), rsa.keyFile());
    try (TestServer server = TestServer.startSecure(folder.toRealPath(), keys);
        RawClient client = new RawClient(server.port())) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      byte[] answer = client.socket().getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
    } catch (IOException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  @Test
  void aClientThatDoesNotGreetIsLeft() throws Exception {
    KeyStore keys = PreviewServer.keys(elliptic.certificateFile(), elliptic.keyFile());
    SiteOptions options =
        new SiteOptions(folder.toRealPath(), "index.html", true, 300, true, false, false);
    Limits hasty = new Limits(8192, 16384, 100, 1 << 20, 200, 200, 128);
    try (TestServer server = TestServer.start(options, hasty, keys);
        RawClient silent = new RawClient(server.port());
        RawClient slow = new RawClient(server.port())) {
      slow.send("\u0016\u0003\u0001\u0002\u0000\u0001");
      long start = System.nanoTime();
      assertThat(silent.socket().getInputStream().readAllBytes()).isEmpty();
      assertThat(slow.socket().getInputStream().readAllBytes()).hasSizeLessThan(20);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void olderKindsOfKeyFilesAreRead() throws Exception {
    byte[] inner = octets(rsa.key.getEncoded(), 26);
    byte[] file = pem("RSA PRIVATE KEY", inner).getBytes(StandardCharsets.US_ASCII);
    assertThat(PreviewServer.keys(rsa.certificateFile(), file).getKey("ruff", new char[0]))
        .isEqualTo(rsa.key);
  }

  @Test
  void olderKindsOfKeyFilesForCurvesAreRead() throws Exception {
    byte[] encoded = elliptic.key.getEncoded();
    // The number of the curve stands behind that of the algorithm; the key file has it inside.
    int curveAt = 16;
    byte[] curve = Arrays.copyOfRange(encoded, curveAt, curveAt + 2 + encoded[curveAt + 1]);
    byte[] bare = octets(encoded, curveAt + curve.length + 2);
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.write(Arrays.copyOfRange(bare, 2, 7 + bare[6]));
    inner.write(0xa0);
    inner.write(curve.length);
    inner.write(curve);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(0x30);
    whole.write(inner.size());
    whole.write(inner.toByteArray());
    String parameters = pem("EC PARAMETERS", curve);
    byte[] file =
        (parameters + pem("EC PRIVATE KEY", whole.toByteArray()))
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(PreviewServer.keys(elliptic.certificateFile(), file).getKey("ruff", new char[0]))
        .isNotNull();
  }

  /** What stands from a place on in an encoded key. */
  private static byte[] octets(byte[] encoded, int from) {
    return Arrays.copyOfRange(encoded, from, encoded.length);
  }

  @Test
  void unusableFilesAreToldApart() throws Exception {
    byte[] certificate = rsa.certificateFile();
    byte[] nothing = "nothing".getBytes(StandardCharsets.US_ASCII);
    byte[] encrypted =
        pem("ENCRYPTED PRIVATE KEY", new byte[] {1}).getBytes(StandardCharsets.US_ASCII);
    byte[] broken = pem("PRIVATE KEY", new byte[] {1}).getBytes(StandardCharsets.US_ASCII);
    byte[] brokenCertificate =
        pem("CERTIFICATE", new byte[] {1}).getBytes(StandardCharsets.US_ASCII);

    assertFault(nothing, rsa.keyFile(), "the certificate file holds no certificate");
    assertFault(brokenCertificate, rsa.keyFile(), "the certificate cannot be read");
    assertFault(certificate, nothing, "the private key file holds no private key");
    assertFault(certificate, encrypted, "the private key is encrypted with a password");
    assertFault(certificate, broken, "the private key cannot be read");
    assertFault(
        certificate, elliptic.keyFile(), "the private key does not belong to the certificate");
    assertFault(
        certificate, anotherRsa().keyFile(), "the private key does not belong to the certificate");
  }

  private static void assertFault(byte[] certificate, byte[] key, String message) {
    assertThatThrownBy(() -> PreviewServer.keys(certificate, key)).hasMessage(message);
  }
}
