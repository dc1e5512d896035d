package ruff.serve.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Arrays;
import ruff.serve.site.MediaTypes;
import ruff.serve.site.Variant;
import ruff.serve.site.VariantEdit;

/**
 * Adds to every page the line that loads the script for live reload. It carries the count of
 * changes that the page was made at, so that no change is missed between the page and its script.
 */
final class LiveScript implements VariantEdit {
  /** Larger pages are sent as they are. */
  private static final int MAX_PAGE_BYTES = 8 << 20;

  private final LiveReload live;

  LiveScript(LiveReload live) {
    this.live = live;
  }

  @Override
  public Variant apply(Variant variant) throws IOException {
    boolean page =
        variant.form().type().equals(MediaTypes.HTML)
            && variant.form().coding().isEmpty()
            && variant.length() <= MAX_PAGE_BYTES;
    if (!page) {
      return variant;
    }
    byte[] line = line().getBytes(StandardCharsets.US_ASCII);
    byte[] bytes =
        switch (variant.content()) {
          case Variant.InMemory held -> held.bytes();
          case Variant.OnDisk stored -> {
            try (InputStream file =
                Files.newInputStream(stored.file(), LinkOption.NOFOLLOW_LINKS)) {
              yield file.readNBytes(MAX_PAGE_BYTES);
            }
          }
        };
    byte[] both = Arrays.copyOf(bytes, bytes.length + line.length);
    System.arraycopy(line, 0, both, bytes.length, line.length);
    return variant.holding(both);
  }

  /** What a page needs to reload when something changes. */
  String line() {
    return "\n<script src=\""
        + Assets.SCRIPT
        + "\" data-version=\""
        + live.version()
        + "\"></script>\n";
  }
}
