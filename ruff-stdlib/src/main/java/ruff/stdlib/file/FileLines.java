package ruff.stdlib.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import ruff.value.SequenceValue;

/**
 * The lines of an open file. The file is closed behind its last line; one that is not read to its
 * end is closed when nothing refers to this sequence any more.
 */
final class FileLines extends SequenceValue {
  private static final int CAPACITY = 16_384;

  private final InputStream input;
  private final String path;
  private final byte[] buffer = new byte[CAPACITY];
  private int next;
  private int end;
  private boolean closed;

  FileLines(InputStream input, String path) {
    this.input = input;
    this.path = path;
  }

  @Override
  public synchronized Object next() {
    try {
      byte[] line = closed ? null : readLine();
      return line == null ? null : WholeFiles.text(line, path);
    } catch (IOException failure) {
      throw FileErrors.cannot("read file", path, failure);
    }
  }

  /** The next line without its end, or null. */
  private byte[] readLine() throws IOException {
    ByteArrayOutputStream begun = null;
    while (next < end || fill()) {
      int from = next;
      int at = from;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      next = Math.min(at + 1, end);
      if (at < end && begun == null) {
        return withoutCarriageReturn(Arrays.copyOfRange(buffer, from, at));
      }
      begun = begun == null ? new ByteArrayOutputStream() : begun;
      begun.write(buffer, from, at - from);
      if (at < end) {
        return withoutCarriageReturn(begun.toByteArray());
      }
    }
    return begun == null ? null : begun.toByteArray();
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    int last = line.length - 1;
    return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
  }

  /** Fills the empty buffer; false at the end of the file. */
  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, input.read(buffer));
    if (end == 0) {
      closed = true;
      input.close();
    }
    return end > 0;
  }
}
