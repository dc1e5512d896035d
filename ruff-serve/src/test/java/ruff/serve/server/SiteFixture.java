package ruff.serve.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** The folder that the exchanges are about. */
final class SiteFixture {
  /** When all files were changed: 0x65000000 seconds. */
  static final Instant CHANGED = Instant.ofEpochSecond(0x65000000L);

  private final Path parent;
  private final Path root;

  private SiteFixture(Path parent) throws IOException {
    this.parent = parent.toRealPath();
    this.root = Files.createDirectories(this.parent.resolve("site"));
  }

  /** Makes the folder {@code site}, and beside it things that must not be seen. */
  static SiteFixture in(Path folder) throws IOException, InterruptedException {
    SiteFixture fixture = new SiteFixture(folder);
    fixture.makePages();
    fixture.makePrivateThings();
    fixture.makeLinks();
    fixture.makeSpecialFiles();
    return fixture;
  }

  Path root() {
    return root;
  }

  private void makePages() throws IOException {
    write("index.html", "<p>start</p>");
    write("ten.txt", "0123456789");
    write("empty.txt", "");
    write("noextension", "x");
    write("UPPER.HTML", "x");
    write("a b+c.txt", "blank");
    write("%2e%2e", "literal");
    write("grüße.txt", "hallo");
    write("sub/index.html", "<p>sub</p>");
    write("sub/page.html", "<p>page</p>");
    write("folder.bak/page.txt", "in the middle");
    write("bare/file.txt", "no index here");
    write("odd/index.html/file", "the index is a folder");
    write("semi;colon.txt", "semicolon");
    write("q.js", "let plain;");
    write("q.js.br", "brotli!");
    Files.write(path("q.js.gz"), gzip("let plain;"));
    write("only.css", "plain{}");
    Files.write(path("only.css.gz"), gzip("plain{}"));
    write("linked.js", "let linked;");
    write("archive.gz", "x");
    write("page.html.gz", "x");
    write("page.html.br", "x");
    write("archive.tar.gz", "x");
    for (String name : new String[] {"q.js.gz", "only.css.gz"}) {
      Files.setLastModifiedTime(path(name), FileTime.from(CHANGED));
    }
  }

  private void makePrivateThings() throws IOException {
    write(".env", "secret");
    write(".git/config", "secret");
    write(".well-known/x", "secret");
    write("draft.txt~", "secret");
    write("old.BAK", "secret");
    write("page.swp", "secret");
    write("sub/x.orig", "secret");
    Files.createDirectories(parent.resolve("outside"));
    Files.writeString(parent.resolve("outside/secret.txt"), "secret");
    Files.writeString(parent.resolve("outside/index.html"), "secret");
    Files.createDirectories(parent.resolve("site-beside"));
    Files.writeString(parent.resolve("site-beside/secret.txt"), "secret");
  }

  private void makeLinks() throws IOException {
    link("inside-link.txt", "ten.txt");
    link("inside-folder", "sub");
    link("outside-link.txt", "../outside/secret.txt");
    link("outside-folder", "../outside");
    link("beside", "../site-beside");
    link("config", ".git/config");
    link("dangling", "nowhere");
    link("loop", "loop");
    link("device", "/dev/zero");
    link("linked.js.br", "../outside/secret.txt");
    link("up", "..");
  }

  private void makeSpecialFiles() throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", path("fifo").toString()).start().waitFor();
    new ProcessBuilder("mkfifo", path("only.css.br").toString()).start().waitFor();
  }

  private void write(String name, String content) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(CHANGED));
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(path(name), Path.of(target));
  }

  private Path path(String name) {
    return root.resolve(name);
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
