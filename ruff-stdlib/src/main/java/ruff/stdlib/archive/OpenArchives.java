package ruff.stdlib.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

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

  synchronized void remove(ArchiveValue archive) {
    open.remove(archive);
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
