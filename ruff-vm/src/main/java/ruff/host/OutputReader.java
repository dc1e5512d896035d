package ruff.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a child process writes to one stream, to its end, and keeps the beginning. */
final class OutputReader {
  private static final int CHUNK = 16_384;

  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
  private boolean truncated;

  OutputReader(int limit) {
    this.limit = limit;
  }

  /** Reads to the end of a stream. */
  void read(InputStream source) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
        keep(chunk, count);
      }
    } catch (IOException closed) {
      // Nobody waits for more.
    }
  }

  private synchronized void keep(byte[] chunk, int count) {
    int room = Math.min(count, limit - kept.size());
    kept.write(chunk, 0, room);
    truncated |= room < count;
  }

  /** What was kept so far. */
  synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  /** Whether something was dropped so far. */
  synchronized boolean isTruncated() {
    return truncated;
  }
}
