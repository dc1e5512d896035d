package ruff.host;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8 text from outside. Safe for use by several threads: each line goes to one of them.
 */
public final class LineInput {
  private static final int CAPACITY = 8192;

  private final InputStream source;
  private final boolean ofProcess;
  private final byte[] buffer = new byte[CAPACITY];
  private int next;
  private int end;

  public LineInput(InputStream source) {
    this(source, false);
  }

  private LineInput(InputStream source, boolean ofProcess) {
    this.source = source;
    this.ofProcess = ofProcess;
  }

  /** The standard input of this process. */
  static LineInput ofProcess() {
    return new LineInput(new FileInputStream(FileDescriptor.in), true);
  }

  /** Whether it is the standard input of this process, which children can inherit. */
  boolean isOfProcess() {
    return ofProcess;
  }

  /**
   * The next line without its line end, malformed bytes replaced; null when there is none.
   *
   * @throws IOException when the stream cannot be read
   */
  public synchronized String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean any = false;
    while (fill()) {
      any = true;
      int start = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      line.write(buffer, start, next - start);
      if (next < end) {
        next++;
        break;
      }
    }
    return any ? withoutCarriageReturn(line.toString(StandardCharsets.UTF_8)) : null;
  }

  /**
   * All that is left, but at most {@code limit + 1} bytes, so that the caller sees when there is
   * more.
   *
   * @throws IOException when the stream cannot be read
   */
  public synchronized byte[] readAll(int limit) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(CAPACITY);
    while (all.size() <= limit && fill()) {
      int length = Math.min(end - next, limit + 1 - all.size());
      all.write(buffer, next, length);
      next += length;
    }
    return all.toByteArray();
  }

  /**
   * Reads to the end and gives the number of bytes.
   *
   * @throws IOException when the stream cannot be read
   */
  public synchronized long skipAll() throws IOException {
    long count = 0;
    while (fill()) {
      count += end - next;
      next = end;
    }
    return count;
  }

  /** Makes sure that a byte is in the buffer; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (next < end) {
      return true;
    }
    next = 0;
    end = Math.max(0, source.read(buffer));
    return end > 0;
  }

  private static String withoutCarriageReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
