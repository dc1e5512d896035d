package ruff.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import ruff.policy.Budget;
import ruff.policy.Meter;

/**
 * A text stream to the outside in UTF-8. Safe for use by several threads: each text is written
 * whole, never mixed with another.
 *
 * <p>After a failed write the stream swallows everything, as it does when it is closed; the failure
 * was reported once.
 */
public final class Output {
  /** When text leaves the buffer without being asked to. */
  public enum Flushing {
    /** When the buffer is full: for files and pipes. */
    WHEN_FULL,
    /** After every text: for terminals and error streams. */
    ALWAYS
  }

  private static final int CAPACITY = 8192;

  private final OutputStream target;
  private final Flushing flushing;
  private final Consumer<IOException> onFailure;
  private final byte[] buffer = new byte[CAPACITY];
  private int used;
  private volatile boolean closed;
  private volatile Meter meter;

  /**
   * @param onFailure called once, by the thread whose write failed, such as when a pipe was closed
   */
  public Output(OutputStream target, Flushing flushing, Consumer<IOException> onFailure) {
    this.target = target;
    this.flushing = flushing;
    this.onFailure = onFailure;
  }

  /** Counts from now on what is written; null for nobody. */
  public void count(Meter counter) {
    meter = counter;
  }

  /** Writes a text; unpaired surrogates become question marks. */
  public void write(CharSequence text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Meter counter = meter;
    if (counter != null) {
      counter.use(Budget.OUTPUT, bytes.length);
    }
    write(bytes, bytes.length);
  }

  /** Hands everything written so far to the operating system. */
  public synchronized void flush() {
    drain();
  }

  /** Swallows from now on what is written, also what waits for another thread to have written. */
  public void close() {
    closed = true;
  }

  private synchronized void write(byte[] bytes, int length) {
    if (length > CAPACITY - used) {
      drain();
    }
    if (length > CAPACITY) {
      send(bytes, length);
      return;
    }
    System.arraycopy(bytes, 0, buffer, used, length);
    used += length;
    if (flushing == Flushing.ALWAYS) {
      drain();
    }
  }

  private void drain() {
    if (used > 0) {
      int length = used;
      used = 0;
      send(buffer, length);
    }
  }

  private void send(byte[] bytes, int length) {
    if (closed) {
      return;
    }
    try {
      target.write(bytes, 0, length);
      target.flush();
    } catch (IOException failure) {
      closed = true;
      onFailure.accept(failure);
    }
  }
}
