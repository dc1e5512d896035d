package ruff.host;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the file system keeps about a file, folder or link.
 *
 * @param size in bytes
 * @param isFile whether it is a regular file
 * @param isReadOnly whether its permission bits let nobody write
 * @param modified seconds since 1970
 * @param created seconds since 1970
 * @param accessed seconds since 1970
 */
public record FileFacts(
    long size,
    boolean isFile,
    boolean isFolder,
    boolean isLink,
    boolean isReadOnly,
    long modified,
    long created,
    long accessed) {
  private static final Set<PosixFilePermission> WRITING =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  static FileFacts of(PosixFileAttributes found) {
    return new FileFacts(
        found.size(),
        found.isRegularFile(),
        found.isDirectory(),
        found.isSymbolicLink(),
        Collections.disjoint(found.permissions(), WRITING),
        found.lastModifiedTime().toMillis() / 1000,
        found.creationTime().toMillis() / 1000,
        found.lastAccessTime().toMillis() / 1000);
  }
}
