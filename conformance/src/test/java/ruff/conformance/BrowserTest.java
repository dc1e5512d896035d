package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A served site in a real browser, where one is installed. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrowserTest {
  private static final int SECONDS = 120;
  private static final int SAMPLES_PER_SECOND = 44_100;
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Site</title>
      <link rel="icon" href="icon.svg">
      <link rel="stylesheet" href="css/style.css">
      <h1>first</h1>
      <img src="picture.png" alt="">
      <audio src="sound.wav" preload="metadata" controls></audio>
      <script src="script.js"></script>
      </html>
      """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Path site;

  @BeforeEach
  void makeSite() throws IOException {
    site = Files.createDirectories(folder.toRealPath().resolve("site"));
    Files.createDirectories(site.resolve("css"));
    Files.createDirectories(site.resolve("list/<i>odd & name"));
    Files.writeString(site.resolve("index.html"), PAGE);
    Files.writeString(site.resolve("css/style.css"), "h1 { color: rgb(1, 2, 3); }");
    Files.writeString(site.resolve("script.js"), "document.title = 'by the script';");
    Files.writeString(
        site.resolve("icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");
    File picture = site.resolve("picture.png").toFile();
    ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), "png", picture);
    Files.write(site.resolve("sound.wav"), silence());
  }

  /** Two minutes of nothing, large enough that nobody loads it whole to look at its end. */
  private static byte[] silence() {
    int bytes = SECONDS * SAMPLES_PER_SECOND * 2;
    ByteBuffer wave = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wave.putShort((short) 1).putShort((short) 1);
    wave.putInt(SAMPLES_PER_SECOND).putInt(SAMPLES_PER_SECOND * 2);
    wave.putShort((short) 2).putShort((short) 16);
    wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return wave.array();
  }

  @Test
  void aSiteWorksAsItIsServed() throws Exception {
    assumeTrue(Chromium.isInstalled(), "skipped: chromium and chromedriver are not installed");
    try (ServedProcess server = ServedProcess.start(site, "--access-log");
        Chromium browser = Chromium.start(folder.resolve("profile"))) {
      pageIsWhole(browser, server, "first");
      soundCanBeSearched(browser);
      assertThat(server.lines()).anyMatch(line -> line.contains("path=\"/sound.wav\" status=206"));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theExampleShowsWithoutAComplaint() throws Exception {
    assumeTrue(Chromium.isInstalled(), "skipped: chromium and chromedriver are not installed");
    Path example = Corpus.PROJECT.resolve("examples/site");
    try (ServedProcess server = ServedProcess.start(example, "--watch", "--listing");
        Chromium browser = Chromium.start(folder.resolve("profile"))) {
      browser.open(server.address() + "/");
      assertThat(browser.run("return document.getElementById('loaded').textContent")).contains(":");
      browser.run("document.querySelector('a').click(); return ''");
      browser.await("return document.querySelector('td a[href$=txt]').textContent", "first.txt");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void aPreviewReloadsWhatChanges() throws Exception {
    assumeTrue(Chromium.isInstalled(), "skipped: chromium and chromedriver are not installed");
    try (ServedProcess server = ServedProcess.start(site, "--watch", "--listing");
        Chromium browser = Chromium.start(folder.resolve("profile"))) {
      pageIsWhole(browser, server, "first");
      soundCanBeSearched(browser);

      Files.writeString(site.resolve("index.html"), PAGE.replace("first", "second"));
      browser.await("return document.querySelector('h1').textContent", "second");
      Files.writeString(site.resolve("css/style.css"), "h1 { color: rgb(4, 5, 6); }");
      browser.await(colourOf("h1"), "rgb(4, 5, 6)");
      Files.writeString(site.resolve("script.js"), "document.title = 'another';");
      browser.await("return document.title", "another");
      assertThat(browser.complaints()).isEmpty();

      listWorks(browser, server);
      errorsCanBeRead(browser, server);
    }
  }

  private static String colourOf(String element) {
    return "return getComputedStyle(document.querySelector('" + element + "')).color";
  }

  private static void pageIsWhole(Chromium browser, ServedProcess server, String heading)
      throws Exception {
    browser.open(server.address() + "/");
    assertThat(browser.run("return document.querySelector('h1').textContent")).isEqualTo(heading);
    assertThat(browser.run(colourOf("h1"))).isEqualTo("rgb(1, 2, 3)");
    assertThat(browser.run("return document.title")).isEqualTo("by the script");
    browser.await("return String(document.querySelector('img').naturalWidth)", "7");
  }

  private static void soundCanBeSearched(Chromium browser) throws Exception {
    browser.await("return String(document.querySelector('audio').readyState > 0)", "true");
    assertThat(browser.run("return String(document.querySelector('audio').duration)"))
        .isEqualTo(Integer.toString(SECONDS));
    browser.run("document.querySelector('audio').currentTime = 100; return ''");
    browser.await(
        "const a = document.querySelector('audio');"
            + " return String(!a.seeking && a.currentTime === 100 && a.readyState >= 2)",
        "true");
  }

  private void listWorks(Chromium browser, ServedProcess server) throws Exception {
    browser.open(server.address() + "/list");
    assertThat(
            browser.run("return getComputedStyle(document.querySelector('table')).borderCollapse"))
        .isEqualTo("collapse");
    assertThat(browser.run("return document.querySelectorAll('td a')[1].textContent"))
        .isEqualTo("<i>odd & name/");
    Files.writeString(site.resolve("list/new.txt"), "x");
    browser.await("return String(document.querySelectorAll('td a').length)", "3");
    browser.run("document.querySelectorAll('td a')[1].click(); return ''");
    browser.await("return document.querySelector('h1').textContent", "/list/<i>odd & name");
    assertThat(browser.complaints()).isEmpty();
  }

  private void errorsCanBeRead(Chromium browser, ServedProcess server) throws Exception {
    browser.open(server.address() + "/later.html");
    assertThat(browser.run("return document.querySelector('h1').textContent"))
        .isEqualTo("404 Not Found");
    assertThat(
            browser.run("return getComputedStyle(document.querySelector('.address')).fontFamily"))
        .contains("monospace");
    // That the page itself is missing is all that there is to complain about.
    assertThat(browser.complaints()).hasSize(1).first().asString().contains("404");
    Files.writeString(site.resolve("later.html"), "<!DOCTYPE html><h1>here</h1>");
    browser.await("return document.querySelector('h1').textContent", "here");
    assertThat(browser.complaints()).isEmpty();
  }
}
