package ruff.serve.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types by the endings of names. */
class MediaTypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "html htm | text/html; charset=utf-8",
        "css | text/css; charset=utf-8",
        "js mjs cjs | application/javascript; charset=utf-8",
        "json map | application/json; charset=utf-8",
        "xml | application/xml; charset=utf-8",
        "txt text md csv | text/plain; charset=utf-8",
        "wasm | application/wasm",
        "pdf | application/pdf",
        "zip | application/zip",
        "tar | application/x-tar",
        "gz tgz | application/gzip",
        "7z | application/x-7z-compressed",
        "svg | image/svg+xml",
        "png | image/png",
        "jpg jpeg | image/jpeg",
        "gif | image/gif",
        "webp | image/webp",
        "avif | image/avif",
        "ico | image/x-icon",
        "bmp | image/bmp",
        "tif tiff | image/tiff",
        "woff | font/woff",
        "woff2 | font/woff2",
        "ttf | font/ttf",
        "otf | font/otf",
        "eot | application/vnd.ms-fontobject",
        "mp3 | audio/mpeg",
        "wav | audio/wav",
        "ogg | audio/ogg",
        "mp4 | video/mp4",
        "webm | video/webm",
        "mov | video/quicktime",
        "exe toml br | application/octet-stream"
      })
  void theEndingTellsTheType(String endings, String type) {
    for (String ending : endings.split(" ")) {
      assertThat(MediaTypes.of("a." + ending)).isEqualTo(type);
      assertThat(MediaTypes.of("a.b." + ending.toUpperCase())).isEqualTo(type);
    }
  }

  @Test
  void noEndingTellsNothing() {
    assertThat(MediaTypes.of("README")).isEqualTo("application/octet-stream");
    assertThat(MediaTypes.of("html")).isEqualTo("application/octet-stream");
    assertThat(MediaTypes.of("a.")).isEqualTo("application/octet-stream");
  }

  @Test
  void compressionShowsBehindAnotherEnding() {
    assertThat(MediaTypes.codingOf("a.js.gz")).isEqualTo("gzip");
    assertThat(MediaTypes.codingOf("a.js.BR")).isEqualTo("br");
    assertThat(MediaTypes.codingOf("archive.gz")).isEmpty();
    assertThat(MediaTypes.codingOf("a..gz")).isEmpty();
    assertThat(MediaTypes.codingOf("a.js")).isEmpty();
  }
}
