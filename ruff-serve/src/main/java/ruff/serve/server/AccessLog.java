package ruff.serve.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One line for each request that was handled. A thread of its own writes them, so that nobody who
 * does not read the log keeps the server from answering; lines that find no room are counted, and
 * the count is written when there is room again.
 */
public final class AccessLog implements AutoCloseable {
  private static final String DIGITS = "0123456789ABCDEF";
  private static final int MAX_WAITING = 10_000;
  private static final long LAST_MILLIS = 500;

  /** Tells the writer that nothing follows. */
  private static final String END = "";

  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Consumer<String> lines;
  private final boolean secure;
  private final Thread writer;

  /**
   * @param lines takes lines with their ends, several at once
   */
  public AccessLog(Consumer<String> lines, boolean secure) {
    this.lines = lines;
    this.secure = secure;
    this.writer = Thread.ofPlatform().daemon().name("ruff-access-log").start(this::writeAll);
  }

  private void writeAll() {
    List<String> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(waiting.take());
        waiting.drainTo(batch);
        boolean last = batch.remove(END);
        long missing = lost.getAndSet(0);
        String note = missing == 0 ? "" : "serve_access lost=" + missing + "\n";
        lines.accept(String.join("", batch) + note);
        batch.clear();
        if (last) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is still waiting, if somebody reads it. */
  @Override
  public void close() {
    try {
      if (waiting.offer(END, LAST_MILLIS, TimeUnit.MILLISECONDS)) {
        writer.join(LAST_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A request and what became of it.
   *
   * @param target as it was sent
   * @param bytes the announced length of the answer
   */
  public record Entry(
      long unixSeconds, String method, String target, int status, long bytes, long millis) {}

  void add(Entry entry) {
    if (!waiting.offer(line(entry))) {
      lost.incrementAndGet();
    }
  }

  String line(Entry entry) {
    return "serve_access ts="
        + entry.unixSeconds
        + " secure="
        + secure
        + " method="
        + escape(entry.method)
        + " path=\""
        + escape(entry.target)
        + "\" status="
        + entry.status
        + " bytes="
        + entry.bytes
        + " elapsed_ms="
        + entry.millis
        + "\n";
  }

  /** Quotes, backslashes and whatever is not printable ASCII, as {@code \xHH}. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char octet = text.charAt(i);
      if (octet == '"' || octet == '\\' || octet < ' ' || octet > '~') {
        escaped.append("\\x").append(DIGITS.charAt(octet >> 4 & 15));
        escaped.append(DIGITS.charAt(octet & 15));
      } else {
        escaped.append(octet);
      }
    }
    return escaped.toString();
  }
}
