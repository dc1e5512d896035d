package ruff.serve.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import ruff.host.SystemError;
import ruff.serve.site.TargetPath.Inside;

/**
 * Finds files below the root. Links are followed, but what they lead to must lie below the root and
 * must not be private; only regular files that can be read are found.
 */
public final class SiteFiles {
  private static final String BROTLI = ".br";
  private static final String GZIP = ".gz";

  private final Path root;
  private final String index;
  private final String caching;
  private final boolean compressed;

  public SiteFiles(SiteOptions options) {
    this.root = options.root();
    this.index = options.index();
    // What is being worked on is sent as it is: a compressed form may be older.
    this.compressed = !options.watch();
    this.caching = options.watch() ? "no-store" : "public, max-age=" + options.cacheSeconds();
  }

  /** Looks at what is there now. */
  Found find(Inside target) {
    try {
      Path requested = resolve(target.parts());
      Path real = requested.toRealPath();
      if (!isAllowed(real)) {
        return Found.FORBIDDEN;
      }
      if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
        return index(requested.resolve(index), real);
      }
      return target.folder() ? Found.NOT_FOUND : page(requested, real);
    } catch (InvalidPathException noName) {
      return Found.NOT_FOUND;
    } catch (IOException failure) {
      return failed(resolve(target.parts()), failure);
    }
  }

  private Path resolve(List<String> parts) {
    Path path = root;
    for (String part : parts) {
      path = path.resolve(part);
    }
    return path;
  }

  private Found index(Path requested, Path folder) throws IOException {
    Path real;
    try {
      real = requested.toRealPath();
    } catch (IOException failure) {
      return isMissing(failure) ? new Found.Folder(folder) : failed(requested, failure);
    }
    if (!isAllowed(real)) {
      return Found.FORBIDDEN;
    }
    return Files.isDirectory(real) ? new Found.Folder(folder) : page(requested, real);
  }

  private Found page(Path requested, Path real) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      return Found.NOT_FOUND;
    }
    if (!Files.isReadable(real)) {
      return Found.FORBIDDEN;
    }
    String name = requested.getFileName().toString();
    StoredFile stored = StoredFile.of(real, attributes);
    if (MediaTypes.isCompressed(name)) {
      String coding = MediaTypes.codingOf(name);
      String inner = coding.isEmpty() ? name : MediaTypes.withoutExtension(name);
      var form = new Variant.Form(MediaTypes.of(inner), coding, false, caching);
      return new Found.Page(requested, Variant.onDisk(stored, form), null, null);
    }
    return withSiblings(requested, stored, MediaTypes.of(name));
  }

  private Found withSiblings(Path requested, StoredFile stored, String type) {
    StoredFile brotli = compressed ? sibling(requested, BROTLI) : null;
    StoredFile gzip = compressed ? sibling(requested, GZIP) : null;
    boolean varies = brotli != null || gzip != null;
    return new Found.Page(
        requested,
        Variant.onDisk(stored, new Variant.Form(type, "", varies, caching)),
        brotli == null ? null : Variant.onDisk(brotli, new Variant.Form(type, "br", true, caching)),
        gzip == null ? null : Variant.onDisk(gzip, new Variant.Form(type, "gzip", true, caching)));
  }

  /** A compressed form beside a file; one that could not be asked for itself does not count. */
  private StoredFile sibling(Path requested, String ending) {
    try {
      Path real = siblingPath(requested, ending).toRealPath();
      BasicFileAttributes attributes =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean usable = isAllowed(real) && attributes.isRegularFile() && Files.isReadable(real);
      return usable ? StoredFile.of(real, attributes) : null;
    } catch (IOException none) {
      return null;
    }
  }

  private static Path siblingPath(Path requested, String ending) {
    return requested.resolveSibling(requested.getFileName() + ending);
  }

  /** Whether a page is still what would be found. */
  boolean isCurrent(Found.Page page) {
    return page.plain().stored().isCurrent()
        && isCurrent(page, page.brotli(), BROTLI)
        && isCurrent(page, page.gzip(), GZIP);
  }

  private static boolean isCurrent(Found.Page page, Variant sibling, String ending) {
    return sibling == null
        ? !Files.exists(siblingPath(page.requested(), ending))
        : sibling.stored().isCurrent();
  }

  /** The real path of an entry of a folder if it can be asked for, or null. */
  public Path shown(Path entry) {
    try {
      Path real = entry.toRealPath();
      boolean found =
          isAllowed(real)
              && Files.isReadable(real)
              && (Files.isRegularFile(real) || Files.isDirectory(real));
      return found ? real : null;
    } catch (IOException gone) {
      return null;
    }
  }

  private boolean isAllowed(Path real) {
    if (!real.startsWith(root)) {
      return false;
    }
    List<String> parts = new ArrayList<>();
    if (!real.equals(root)) {
      root.relativize(real).forEach(part -> parts.add(part.toString()));
    }
    return !PrivateNames.hide(parts);
  }

  private Found failed(Path requested, IOException failure) {
    if (isMissing(failure)) {
      return leadsOut(requested) ? Found.FORBIDDEN : Found.NOT_FOUND;
    }
    return SystemError.of(failure) == SystemError.PERMISSION_DENIED
        ? Found.FORBIDDEN
        : Found.FAILED;
  }

  /**
   * Whether a path without a file goes through a folder that is elsewhere or private: the answer
   * must not tell what is there.
   */
  private boolean leadsOut(Path requested) {
    for (Path path = requested.getParent();
        path != null && path.startsWith(root);
        path = path.getParent()) {
      try {
        return !isAllowed(path.toRealPath());
      } catch (IOException missing) {
        // Look further up.
      }
    }
    return false;
  }

  private static boolean isMissing(IOException failure) {
    return switch (SystemError.of(failure)) {
      case NOT_FOUND, NOT_A_DIRECTORY, NAME_TOO_LONG -> true;
      default -> false;
    };
  }
}
