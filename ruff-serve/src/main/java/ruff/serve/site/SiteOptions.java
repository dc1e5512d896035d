package ruff.serve.site;

import java.nio.file.Path;

/**
 * What is served, and how answers look.
 *
 * @param root the real path of the folder
 * @param index the file that stands for a folder
 * @param hardened whether answers forbid browsers what a plain site does not need
 * @param cacheSeconds how long browsers may keep files without asking
 * @param secure whether connections are encrypted
 * @param listing whether folders without an index show what they hold
 * @param watch whether pages reload when files change
 */
public record SiteOptions(
    Path root,
    String index,
    boolean hardened,
    long cacheSeconds,
    boolean secure,
    boolean listing,
    boolean watch) {

  /** Whether pages of the server's own are shown to people. */
  public boolean previews() {
    return listing || watch;
  }
}
