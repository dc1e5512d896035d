package ruff.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Reads program text: scripts and modules. That needs no capability, and this class can do nothing
 * else.
 */
public final class SourceFiles {
  /**
   * What tells one state of a file from another.
   *
   * @param size in bytes
   * @param modifiedNanos time of the last change, in nanoseconds since 1970 as exact as the file
   *     system keeps it
   */
  public record Version(long size, long modifiedNanos) {}

  /** True for a file that can be read as one, links followed. */
  public boolean isFile(Path path) {
    return Files.isRegularFile(path);
  }

  public boolean isDirectory(Path path) {
    return Files.isDirectory(path);
  }

  /**
   * The real path, links followed.
   *
   * @throws IOException when there is no such file; see {@link SystemError}
   */
  public Path canonical(Path path) throws IOException {
    return path.toRealPath();
  }

  /**
   * @throws IOException when there is no such file; see {@link SystemError}
   */
  public Version version(Path path) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
    return new Version(facts.size(), facts.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  /**
   * The bytes of a file, but at most {@code limit + 1} of them, so that the caller sees when there
   * are more.
   *
   * @throws IOException when the file cannot be read; see {@link SystemError}
   */
  public byte[] read(Path path, int limit) throws IOException {
    // Of the ways to open a file, the one that loads the fewest classes.
    try (InputStream in = new FileInputStream(path.toString())) {
      return in.readNBytes(limit + 1);
    }
  }
}
