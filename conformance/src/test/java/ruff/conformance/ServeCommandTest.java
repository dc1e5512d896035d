package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ruff serve} from its start to its end, as the operator sees it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeCommandTest {
  private static final String RUFF = Corpus.PROJECT.resolve("ruff").toString();

  @TempDir Path folder;

  @BeforeEach
  void makeSite() throws IOException {
    folder = folder.toRealPath();
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/index.html"), "<p>hello</p>");
    Files.writeString(folder.resolve("file"), "x");
    Files.writeString(folder.resolve("no.pem"), "x");
  }

  private Observed start(String... arguments) {
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(List.of(arguments));
    return new InProcess().run(words, folder, "", Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere | Failed to resolve serve directory 'nowhere': No such file or directory (os error"
            + " 2)",
        "file/x | Failed to resolve serve directory 'file/x': Not a directory (os error 20)",
        "site --tls-cert a | HTTPS requires both --tls-cert and --tls-key to be provided together",
        "site --tls-key a | HTTPS requires both --tls-cert and --tls-key to be provided together",
        "site --tls-cert a --tls-key a | Failed to read TLS certificate file: No such file or"
            + " directory (os error 2)",
        "site --tls-cert site --tls-key a | Failed to read TLS certificate file: Is a directory (os"
            + " error 21)",
        "site --tls-cert file --tls-key a | Failed to read TLS private key file: No such file or"
            + " directory (os error 2)",
        "site --tls-cert no.pem --tls-key no.pem --port 1 | Failed to start HTTPS server on"
            + " 127.0.0.1:1: the certificate file holds no certificate",
        "site --host nowhere.invalid | Failed to bind nowhere.invalid:8080: failed to lookup"
            + " address information: Name or service not known",
        "nowhere --max-request-line-bytes 0 | serve max request line bytes must be greater than 0",
        "nowhere --max-header-bytes 0 | serve max header bytes must be greater than 0",
        "nowhere --max-header-count 0 | serve max header count must be greater than 0",
        "nowhere --max-request-body-bytes 0 | serve max request body bytes must be greater than 0",
        "nowhere --max-connections 0 | serve max connections must be greater than 0",
        "nowhere --read-timeout-ms 0 | serve read timeout must be greater than 0ms",
        "nowhere --write-timeout-ms 0 | serve write timeout must be greater than 0ms",
        "nowhere --tls-key a | HTTPS requires both --tls-cert and --tls-key to be provided together"
      })
  void aServerThatCannotStartSaysWhy(String arguments, String message) {
    Observed observed = start(arguments.split(" "));

    assertThat(observed.err()).contains(message + "\n").doesNotContain("Exception");
    assertThat(observed.out()).isEmpty();
    assertThat(observed.status()).isEqualTo(4);
  }

  @Test
  void aTargetThatIsNoFolderIsNamedByItsRealPath() {
    Observed observed = start("./site/../file");

    assertThat(observed.err())
        .contains("Serve target is not a directory: " + folder.resolve("file") + "\n");
    assertThat(observed.status()).isEqualTo(4);
  }

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Observed observed = start("site", "--port", port);

      assertThat(observed.err())
          .contains(
              "Failed to bind 127.0.0.1:" + port + ": Address already in use (os error 98)\n");
      assertThat(observed.status()).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port 65536",
    "--port -1",
    "--port x",
    "--port",
    "--cache-max-age 4294967296",
    "--cache-max-age -1",
    "--hardened",
    "--hardened yes",
    "--hardened TRUE",
    "--max-header-count 1.5",
    "--max-header-count -1",
    "--read-timeout-ms x",
    "--access-log=true",
    "--listing --listing",
    "--untrusted",
    "--allow-fs-read",
    "--unknown",
    "site site"
  })
  void whatCannotBeReadIsAFaultOfUse(String arguments) {
    Observed observed = start(arguments.split(" "));

    assertThat(observed.err()).startsWith("error: ").contains("Usage: ruff serve");
    assertThat(observed.status()).isEqualTo(2);
  }

  @Test
  void itServesUntilItIsInterrupted() throws Exception {
    assertThat(serveAndKill("INT")).isEqualTo(130);
  }

  @Test
  void itServesUntilItIsTerminated() throws Exception {
    assertThat(serveAndKill("TERM")).isEqualTo(143);
  }

  /** Starts a server, looks at its banner, its page and its log, and sends it a signal. */
  private int serveAndKill(String signal) throws Exception {
    List<String> command = new ArrayList<>(withUsualSignals());
    command.addAll(List.of(RUFF, "serve", "site", "--port", "0", "--access-log"));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String banner = out.readLine();
      assertThat(banner)
          .matches("Serving \\Q" + folder.resolve("site") + "\\E on http://127\\.0\\.0\\.1:\\d+");
      assertThat(banner).doesNotEndWith(":0");
      assertThat(out.readLine()).isEqualTo("Press Ctrl+C to stop");
      String address = banner.substring(banner.lastIndexOf("http"));
      assertThat(get(address + "/")).isEqualTo("<p>hello</p>");
      assertThat(out.readLine())
          .matches(
              "serve_access ts=\\d+ secure=false method=GET path=\"/\" status=200 bytes=12"
                  + " elapsed_ms=\\d+");
      long start = System.nanoTime();
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(process.getErrorStream().readAllBytes()).isEmpty();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aBrowserThatDoesNotOpenIsAWarning() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path opened = folder.resolve("opened");
    for (String name : List.of("xdg-open", "open")) {
      Path command = bin.resolve(name);
      Files.writeString(command, "#!/bin/sh\necho \"$@\" > '" + opened + "'\nexit 3\n");
      Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    ProcessBuilder builder = new ProcessBuilder(RUFF, "serve", "site", "--port", "0", "--open");
    builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    Process process = builder.directory(folder.toFile()).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String address = out.readLine().replaceFirst(".* on ", "");
      assertThat(err.readLine()).startsWith("warning: could not open a browser: ");
      assertThat(Files.readString(opened)).isEqualTo(address + "/\n");
      assertThat(get(address + "/")).isEqualTo("<p>hello</p>");
    } finally {
      process.destroy();
    }
  }

  @Test
  void idleConnectionsMakeRoomWhenTheSystemGivesNoMore() throws Exception {
    List<String> command =
        List.of(
            "sh",
            "-c",
            "ulimit -n 150 && exec \"$0\" serve site --port 0 --read-timeout-ms 60000",
            RUFF);
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    List<Socket> idle = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String address = out.readLine().replaceFirst(".* on ", "");
      int port = URI.create(address).getPort();
      for (int i = 0; i < 200; i++) {
        idle.add(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
      }
      long start = System.nanoTime();
      assertThat(get(address + "/")).isEqualTo("<p>hello</p>");
      // They would be closed anyway later.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    } finally {
      process.destroy();
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** A build in the background ignores interrupts, and hands that on to its children. */
  private static List<String> withUsualSignals() throws Exception {
    List<String> wrapper = List.of("env", "--default-signal=INT");
    List<String> trial = new ArrayList<>(wrapper);
    trial.add("true");
    return new ProcessBuilder(trial).start().waitFor() == 0 ? wrapper : List.of();
  }

  private static String get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void theGuideListsTheOptionsThatThereAre() {
    List<String> rows = new ArrayList<>();
    for (String line : start("--help").out().split("\n")) {
      if (line.startsWith("      --")) {
        String[] cells = line.strip().split(" {2,}|(?<=^.{31}) ", 2);
        rows.add("| `" + cells[0].replace("|", "\\|") + "` | " + cells[1].strip() + " |");
      }
    }
    List<String> told =
        Corpus.read(Corpus.PROJECT.resolve("docs/SERVE.md"), "")
            .lines()
            .filter(line -> line.startsWith("| `--"))
            .toList();
    assertThat(told).hasSize(18).isEqualTo(rows);
  }
}
