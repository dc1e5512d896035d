package ruff.serve.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruff.serve.http.RequestHead;
import ruff.serve.http.Status;

/** Decisions at once are the ones that would be made anew. */
class SiteTest {
  @TempDir Path folder;
  private Path root;
  private Site site;

  @BeforeEach
  void makeSite() throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("site"));
    write(root.resolve("a.txt"), "one");
    site = new Site(new SiteOptions(root, "index.html", true, 300, false, false, false));
  }

  /** Writes a file that has not been changed for a while, so that it may be remembered. */
  private static void write(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(content.length())));
  }

  private static RequestHead get(String target) {
    return RequestHead.plain("GET", target);
  }

  private static String content(Decision decision) {
    Variant variant = ((Decision.Whole) decision).variant();
    return new String(((Variant.InMemory) variant.content()).bytes());
  }

  @Test
  void onlyWhatWasFoundBeforeIsKnownAtOnce() {
    assertThat(site.decideAtOnce(get("/a.txt"))).isNull();
    assertThat(content(site.decide(get("/a.txt")))).isEqualTo("one");
    assertThat(content(site.decideAtOnce(get("/a.txt")))).isEqualTo("one");
    assertThat(content(site.decideAtOnce(get("/a.txt?query")))).isEqualTo("one");
    assertThat(site.decideAtOnce(get("/a.txt?#"))).isNull();
    assertThat(site.decideAtOnce(get("/a.txt?" + "x".repeat(4096)))).isNull();
    assertThat(site.decideAtOnce(RequestHead.plain("POST", "/a.txt"))).isNull();
  }

  @Test
  void whatHasChangedIsNotKnown() throws IOException {
    site.decide(get("/a.txt"));
    write(root.resolve("a.txt"), "other");

    assertThat(site.decideAtOnce(get("/a.txt"))).isNull();
    assertThat(content(site.decide(get("/a.txt")))).isEqualTo("other");

    Files.delete(root.resolve("a.txt"));
    assertThat(site.decideAtOnce(get("/a.txt"))).isNull();
    assertThat(site.decide(get("/a.txt"))).isEqualTo(new Decision.Refuse(Status.NOT_FOUND));
  }

  @Test
  void aCompressedFormThatComesIsNoticed() throws IOException {
    site.decide(get("/a.txt"));
    Files.writeString(root.resolve("a.txt.gz"), "x");

    assertThat(site.decideAtOnce(get("/a.txt"))).isNull();
  }

  @Test
  void aFolderThatBecomesALinkIsNoticedSoon() throws IOException, InterruptedException {
    Path inside = Files.createDirectories(root.resolve("sub"));
    write(inside.resolve("b.txt"), "two");
    site.decide(get("/sub/b.txt"));
    Path outside = folder.toRealPath().resolve("outside");
    Files.move(inside, outside);
    Files.createSymbolicLink(inside, outside);
    Thread.sleep(300);

    assertThat(site.decideAtOnce(get("/sub/b.txt"))).isNull();
    assertThat(site.decide(get("/sub/b.txt"))).isEqualTo(new Decision.Refuse(Status.FORBIDDEN));
    Files.delete(inside);
  }

  @Test
  void whatWasJustWrittenIsReadForEachAnswer() throws IOException {
    Files.writeString(root.resolve("new.txt"), "new");
    Decision.Whole whole = (Decision.Whole) site.decide(get("/new.txt"));

    assertThat(whole.variant().content()).isInstanceOf(Variant.OnDisk.class);
  }
}
