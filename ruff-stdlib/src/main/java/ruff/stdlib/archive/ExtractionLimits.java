package ruff.stdlib.archive;

import ruff.value.RuffError;

/** How much is taken out of one archive; counts as it goes. */
final class ExtractionLimits {
  static final int MAX_ENTRIES = 1024;
  static final long MAX_ENTRY_BYTES = 16_777_216;
  static final long MAX_TOTAL_BYTES = 67_108_864;

  private long total;

  /** Checks the number of entries of an archive. */
  static void checkCount(long count) {
    if (count > MAX_ENTRIES) {
      throw new RuffError(
          "Archive contains %d entries which exceeds maximum entry count (%d)"
              .formatted(count, MAX_ENTRIES));
    }
  }

  /** Counts an entry of a size in bytes. */
  void add(String name, long size) {
    checkEntry(name, size);
    total += size;
    if (total > MAX_TOTAL_BYTES) {
      throw tooMuch(total);
    }
  }

  static void checkEntry(String name, long size) {
    if (size > MAX_ENTRY_BYTES) {
      throw new RuffError(
          "Archive entry '%s' exceeds maximum per-entry size (%d bytes > %d bytes)"
              .formatted(name, size, MAX_ENTRY_BYTES));
    }
  }

  static RuffError tooMuch(long bytes) {
    return new RuffError(
        "Archive extraction exceeds maximum total extraction size (%d bytes > %d bytes)"
            .formatted(bytes, MAX_TOTAL_BYTES));
  }
}
