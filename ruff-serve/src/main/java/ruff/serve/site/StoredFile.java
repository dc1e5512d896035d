package ruff.serve.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * A regular file as it was when it was looked at.
 *
 * @param real its path without links
 * @param length in bytes
 * @param modified when it was changed
 * @param identity what tells it from other files of the machine, or null
 */
record StoredFile(Path real, long length, FileTime modified, Object identity) {
  static StoredFile of(Path real, BasicFileAttributes attributes) {
    return new StoredFile(
        real, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  /** Whether the same file is still there, and the same is in it. */
  boolean isCurrent() {
    try {
      BasicFileAttributes now =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.isRegularFile()
          && now.size() == length
          && now.lastModifiedTime().equals(modified)
          && Objects.equals(now.fileKey(), identity);
    } catch (IOException changed) {
      return false;
    }
  }

  long modifiedSeconds() {
    return Math.floorDiv(modified.toMillis(), 1000L);
  }
}
