package ruff.host;

import java.io.IOException;
import java.nio.file.Path;
import ruff.policy.Resource;

/**
 * A file as the policy sees it: its path without links and dots, so far as it exists.
 *
 * @param path absolute
 */
record FileResource(Path path) implements Resource {
  @Override
  public String name() {
    Path existing = path;
    while (existing != null) {
      try {
        Path real = existing.toRealPath();
        return real.resolve(existing.relativize(path)).normalize().toString();
      } catch (IOException missing) {
        existing = existing.getParent();
      }
    }
    return path.normalize().toString();
  }
}
