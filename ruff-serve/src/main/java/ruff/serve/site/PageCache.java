package ruff.serve.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import ruff.serve.site.Found.Page;

/**
 * Remembers what targets were found to mean, with the content of small files. Before each use the
 * files are looked at: one that has changed is found anew. Where they lie is found anew after a
 * moment, since a folder on the way may have been replaced by a link.
 */
final class PageCache {
  private static final int MAX_PAGES = 1024;
  private static final long MAX_BYTES = 32L << 20;
  private static final int MAX_FILE_BYTES = 64 << 10;
  private static final long TRUSTED_NANOS = 250_000_000L;

  /** A change this soon after another may have the same time, so content must be older. */
  private static final long SETTLED_MILLIS = 100;

  private final ConcurrentMap<String, Kept> pages = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final SiteFiles files;

  private record Kept(Page page, long since) {}

  PageCache(SiteFiles files) {
    this.files = files;
  }

  /** The page of a target if it is known and still right, or null. */
  Page current(String target) {
    boolean plain = target.length() <= TargetPath.MAX_TARGET && target.indexOf('#') < 0;
    Kept kept = plain ? pages.get(TargetPath.pathOf(target)) : null;
    if (kept == null || System.nanoTime() - kept.since > TRUSTED_NANOS) {
      return null;
    }
    return files.isCurrent(kept.page) ? kept.page : null;
  }

  /** Keeps a page that was just found; gives it with the content of its small files. */
  Page keep(String target, Page found) throws IOException {
    String path = TargetPath.pathOf(target);
    Kept before = pages.get(path);
    Page page = before != null && isSame(before.page, found) ? before.page : load(found);
    long added = before != null && before.page == page ? 0 : size(page);
    boolean full = pages.size() >= MAX_PAGES || bytes.get() + added > MAX_BYTES;
    if (full && added > 0) {
      pages.clear();
      bytes.set(0);
    }
    bytes.addAndGet(added);
    pages.put(path, new Kept(page, System.nanoTime()));
    return page;
  }

  private static boolean isSame(Page one, Page other) {
    return one.requested().equals(other.requested())
        && isSame(one.plain(), other.plain())
        && isSame(one.brotli(), other.brotli())
        && isSame(one.gzip(), other.gzip());
  }

  private static boolean isSame(Variant one, Variant other) {
    return one == null || other == null
        ? one == other
        : one.stored().equals(other.stored()) && one.content() instanceof Variant.InMemory;
  }

  private static Page load(Page page) throws IOException {
    return new Page(page.requested(), load(page.plain()), load(page.brotli()), load(page.gzip()));
  }

  private static Variant load(Variant variant) throws IOException {
    boolean settled =
        variant != null
            && variant.length() <= MAX_FILE_BYTES
            && variant.content() instanceof Variant.OnDisk
            && Instant.now()
                .minusMillis(SETTLED_MILLIS)
                .isAfter(variant.stored().modified().toInstant());
    if (!settled) {
      return variant;
    }
    try (InputStream file =
        Files.newInputStream(variant.stored().real(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = file.readNBytes((int) variant.length() + 1);
      return content.length == variant.length() ? variant.holding(content) : variant;
    }
  }

  private static long size(Page page) {
    return size(page.plain()) + size(page.brotli()) + size(page.gzip());
  }

  private static long size(Variant variant) {
    return variant != null && variant.content() instanceof Variant.InMemory held
        ? held.bytes().length
        : 0;
  }
}
