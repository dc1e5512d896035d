package ruff.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ruff.serve.http.Limits;
import ruff.serve.preview.SiteWatcher;

/** Lists of folders, readable errors, and pages that reload. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PreviewPagesTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void makeSite() throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("site"));
  }

  private TestServer start() throws IOException {
    return TestServer.start(TestServer.preview(root), Limits.USUAL);
  }

  private static String text(RawClient.Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aListShowsWhatCanBeAskedForAndNothingElse() throws Exception {
    Path list = Files.createDirectories(root.resolve("list"));
    Files.createDirectories(list.resolve("a folder"));
    Files.createDirectories(list.resolve(".hidden"));
    for (String name : new String[] {"<b>&\"'.txt", "grüße.txt", "#?%41.txt", ".env", "x~"}) {
      Files.writeString(list.resolve(name), "1234");
    }
    Files.writeString(list.resolve("back\\slash.txt"), "x");
    Files.createSymbolicLink(list.resolve("in"), Path.of("grüße.txt"));
    Files.writeString(folder.resolve("secret.txt"), "x");
    Files.createSymbolicLink(list.resolve("out"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(list.resolve("dangling"), Path.of("nowhere"));
    new ProcessBuilder("mkfifo", list.resolve("pipe").toString()).start().waitFor();

    try (TestServer server = start();
        RawClient client = new RawClient(server.port())) {
      String page = text(client.get("/list"));

      assertThat(page)
          .contains("<a href=\"/list/a%20folder/\">a folder/</a>")
          .contains(">&lt;b&gt;&amp;&quot;&#39;.txt</a></td><td>4</td>")
          .contains(">grüße.txt</a>")
          .contains(">in</a>")
          .contains("<a href=\"/\">../</a>")
          .doesNotContain("<b>", "hidden", ".env", "x~", "out", "dangling", "pipe", "slash")
          .doesNotContain("<style", "onclick", "style=");
      Matcher link = Pattern.compile("href=\"(/list/[^\"]+)\"").matcher(page);
      int links = 0;
      while (link.find()) {
        assertThat(client.get(link.group(1)).status()).as(link.group(1)).isEqualTo(200);
        links++;
      }
      assertThat(links).isEqualTo(5);
    }
  }

  @Test
  void anErrorForPeopleEscapesWhatItShows() throws IOException {
    try (TestServer server = start();
        RawClient client = new RawClient(server.port())) {
      String request = "GET /<script>x</script> HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n";
      String page = text(client.send(request).read(false));
      assertThat(page)
          .contains("<h1>404 Not Found</h1>")
          .contains("/&lt;script&gt;x")
          .contains("<script src=\"/__ruff/live.js\"")
          .doesNotContain("<script>");
    }
  }

  @Test
  void pagesLoadTheScriptAndOtherFilesDoNot() throws IOException {
    Files.writeString(root.resolve("index.html"), "<p>page</p>");
    Files.writeString(root.resolve("a.css"), "a{}");
    try (TestServer server = start();
        RawClient client = new RawClient(server.port())) {
      RawClient.Reply page = client.get("/");
      assertThat(page.text())
          .isEqualTo(
              "<p>page</p>\n<script src=\"/__ruff/live.js\" data-version=\""
                  + server.live().version()
                  + "\"></script>\n");
      assertThat(page.header("ETag")).startsWith("W/\"" + Long.toHexString(page.body().length));
      RawClient.Reply head = client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n").read(true);
      assertThat(head.header("Content-Length")).isEqualTo(page.header("Content-Length"));
      assertThat(client.get("/a.css").text()).isEqualTo("a{}");
    }
  }

  @Test
  void listenersHearOfChangesAndDoNotCountAsRequests() throws Exception {
    Limits one = new Limits(8192, 16384, 100, 1 << 20, 700, 5000, 1);
    try (TestServer server = TestServer.start(TestServer.preview(root), one);
        SiteWatcher watcher = SiteWatcher.start(root, server.live(), _ -> {});
        RawClient first = listen(server);
        RawClient second = listen(server);
        RawClient reader = new RawClient(server.port())) {
      assertThat(watcher).isNotNull();
      String before = version(first);
      assertThat(version(second)).isEqualTo(before);
      Thread.sleep(1200);
      assertThat(new RawClient(server.port()).get("/").status()).isEqualTo(200);

      Files.writeString(root.resolve(".private"), "x");
      Files.writeString(root.resolve("draft~"), "x");
      Path deep = Files.createDirectories(root.resolve("new/deep"));
      assertThat(version(first)).isGreaterThan(before);
      Thread.sleep(200);
      long start = System.nanoTime();
      Files.writeString(deep.resolve("a.css"), "x");
      String after = version(first);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(Long.parseLong(after)).isGreaterThan(Long.parseLong(before));
      assertThat(reader.isClosed()).isTrue();
    }
  }

  private static RawClient listen(TestServer server) throws IOException {
    RawClient client = new RawClient(server.port());
    client.send("GET /__ruff/events HTTP/1.1\r\nHost: x\r\n\r\n");
    RawClient.Reply reply = client.read(false);
    assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(reply.header("Content-Length")).isNull();
    return client;
  }

  /** Reads the next event. */
  private static String version(RawClient client) throws IOException {
    assertThat(client.event()).isEqualTo("event: version");
    String data = client.event();
    assertThat(client.event()).isEmpty();
    return data.substring("data: ".length());
  }

  @Test
  void changesOfPrivateFilesAreNoNews() throws Exception {
    Files.createDirectories(root.resolve(".git"));
    try (TestServer server = start();
        SiteWatcher watcher = SiteWatcher.start(root, server.live(), _ -> {})) {
      assertThat(watcher).isNotNull();
      long before = server.live().version();
      Files.writeString(root.resolve(".git/index"), "x");
      Files.writeString(root.resolve("a.swp"), "x");
      Thread.sleep(400);
      assertThat(server.live().version()).isEqualTo(before);
    }
  }
}
