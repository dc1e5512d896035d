package ruff.serve.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.io.EndPoint;

/** Bytes that a client has sent and nobody has looked at yet. Grows while a head needs it. */
final class InputBuffer {
  private static final int INITIAL = 2048;

  private byte[] bytes = new byte[INITIAL];
  private int start;
  private int end;

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isEmpty() {
    return start == end;
  }

  void consume(int count) {
    start += count;
    if (start == end) {
      clear();
    }
  }

  void clear() {
    start = 0;
    end = 0;
    if (bytes.length > INITIAL) {
      bytes = new byte[INITIAL];
    }
  }

  /** Reads what is there; gives how much, or less than zero at the end. */
  int fill(EndPoint endPoint) throws IOException {
    makeRoom();
    ByteBuffer free = ByteBuffer.wrap(bytes, end, bytes.length - end).slice();
    // The library keeps buffers ready for reading from: an empty one is to be filled from its
    // limit.
    free.limit(0);
    int count = endPoint.fill(free);
    end += Math.max(0, count);
    return count;
  }

  private void makeRoom() {
    if (end < bytes.length) {
      return;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      start = 0;
    } else {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
