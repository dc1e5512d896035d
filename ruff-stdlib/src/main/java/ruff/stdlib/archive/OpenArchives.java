package ruff.stdlib.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;
import ruff.stdlib.file.FileErrors;
import ruff.value.RuffError;

/** The archives that a program has begun and not closed; the end of the program completes them. */
final class OpenArchives implements NativeMemory.Closing {
  private final Set<ArchiveValue> open = new HashSet<>();

  private OpenArchives() {}

  static OpenArchives of(NativeContext context) {
    NativeMemory memory = context.memory();
    OpenArchives known = memory.find(OpenArchives.class);
    return known != null ? known : memory.keep(OpenArchives.class, new OpenArchives());
  }

  synchronized void add(ArchiveValue archive) {
    open.add(archive);
  }

  /** Completes an archive for the program, which may do that once. */
  void finish(ArchiveValue archive) {
    if (archive.isClosed()) {
      throw new RuffError(archive.title() + " archive has already been closed");
    }
    synchronized (this) {
      open.remove(archive);
    }
    try {
      archive.finish();
    } catch (IOException failure) {
      String kind = archive.title().toLowerCase(Locale.ROOT);
      throw new RuffError("Failed to finish " + kind + " archive: " + FileErrors.words(failure));
    }
  }

  @Override
  public synchronized void close() {
    for (ArchiveValue archive : open) {
      try {
        archive.finish();
      } catch (IOException lost) {
        // The program has ended; nobody is left to be told.
      }
    }
    open.clear();
  }
}
