package ruff.host;

import java.nio.file.Files;
import java.nio.file.Path;
import ruff.policy.Capability;
import ruff.policy.Policy;

/**
 * Files that are doors to something else: whoever reads the environment or the memory of a process
 * from them needs the capability for that too, and nobody writes what SQLite would obey.
 */
final class SpecialFiles {
  /**
   * What SQLite appends to the name of a database for its journal. It believes what it finds there
   * and removes the file that a journal names, wherever that is.
   */
  private static final String JOURNAL = "-journal";

  private SpecialFiles() {}

  private static boolean usesLimitedDatabases(Policy policy) {
    return policy.limitsDatabaseFiles()
        && (policy.grantsAll(Capability.DATABASE) || policy.isScoped(Capability.DATABASE));
  }

  /** A folder may be looked into, even if it holds a file that must not be touched. */
  private static boolean isTouched(Capability capability, String canonical) {
    return capability != Capability.FILESYSTEM_READ || !Files.isDirectory(Path.of(canonical));
  }

  /**
   * @param canonical a path without links
   */
  static void check(Policy policy, Capability capability, String surface, String canonical) {
    FileResource file = new FileResource(canonical);
    if (policy.protects(file) && isTouched(capability, canonical)) {
      policy.refuse(capability, surface, file);
    }
    if (capability == Capability.FILESYSTEM_WRITE
        && canonical.endsWith(JOURNAL)
        && usesLimitedDatabases(policy)) {
      policy.refuse(capability, surface, file);
    }
    boolean changes = capability != Capability.FILESYSTEM_READ;
    if (canonical.startsWith("/proc/")) {
      String name = canonical.substring(canonical.lastIndexOf('/') + 1);
      if (name.equals("environ")) {
        policy.checkAll(Capability.ENV_READ, surface);
      }
      if (changes || name.equals("mem") || name.equals("kcore")) {
        policy.checkAll(Capability.PROCESS_EXEC, surface);
      }
    } else if (canonical.startsWith("/sys/") && changes
        || canonical.equals("/dev/mem")
        || canonical.equals("/dev/kmem")
        || canonical.equals("/dev/port")) {
      policy.checkAll(Capability.PROCESS_EXEC, surface);
    }
  }
}
