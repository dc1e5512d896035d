package ruff.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import ruff.policy.Resource;

/**
 * A file as the policy sees it: its path without links and dots, so far as it exists.
 *
 * @param canonical see {@link #canonical(Path)} and {@link #canonicalLink}
 */
record FileResource(String canonical) implements Resource {
  /** How many names a file has. */
  private static final String NAMES = "unix:nlink";

  /** So many links to nothing behind each other make a circle. */
  private static final int MAX_LINKS = 40;

  @Override
  public String name() {
    return canonical;
  }

  @Override
  public Object identity() {
    try {
      return identity(Path.of(canonical));
    } catch (IOException missing) {
      return null;
    }
  }

  @Override
  public Object sharedIdentity() {
    Path path = Path.of(canonical);
    try {
      boolean shared =
          Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
              && Files.getAttribute(path, NAMES, LinkOption.NOFOLLOW_LINKS) instanceof Integer names
              && names > 1;
      return shared ? identity(path) : null;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return null;
    }
  }

  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  /**
   * What a file that is to be denied is known by, whatever its names are; null for a folder, whose
   * files are denied by their path, and for nothing.
   */
  static Object identityToDeny(String canonical) {
    try {
      Path path = Path.of(canonical);
      return Files.isDirectory(path) ? null : identity(path);
    } catch (IOException missing) {
      return null;
    }
  }

  /**
   * An absolute path without links and dots, so far as it exists. A link to nothing counts as what
   * it points to, since writing through it would make that. The answer is the same whether the last
   * part exists or not.
   */
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

  /** {@link #canonical} for those who touch a link itself: only the folder is without links. */
  static String canonicalLink(Path path) {
    Path name = path.getFileName();
    Path folder = path.getParent();
    boolean named = name != null && !name.toString().equals("..") && !name.toString().equals(".");
    return named && folder != null
        ? Path.of(canonical(folder)).resolve(name).toString()
        : canonical(path);
  }
}
