package ruff.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ruff.policy.Resource;

/**
 * A file as the policy sees it: its path without links and dots, so far as it exists. A link to
 * nothing counts as what it points to, since writing through it would make that.
 *
 * @param path absolute
 */
record FileResource(Path path) implements Resource {
  /** So many links to nothing behind each other make a circle. */
  private static final int MAX_LINKS = 40;

  @Override
  public String name() {
    return canonical(path);
  }

  /** An absolute path without links and dots, so far as it exists. */
  static String canonical(Path path) {
    Path wanted = path;
    Path existing = path;
    int links = 0;
    while (existing != null) {
      try {
        Path rest = existing.relativize(wanted);
        if (Files.isSymbolicLink(existing) && !Files.exists(existing) && links < MAX_LINKS) {
          links++;
          wanted = existing.resolveSibling(Files.readSymbolicLink(existing)).resolve(rest);
          existing = wanted;
        } else {
          return existing.toRealPath().resolve(rest).normalize().toString();
        }
      } catch (IOException missing) {
        existing = existing.getParent();
      }
    }
    return wanted.normalize().toString();
  }
}
