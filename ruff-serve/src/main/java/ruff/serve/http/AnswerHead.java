package ruff.serve.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Lays out heads of answers in a buffer that is used again and again: status line, headers of the
 * one answer, then those that all answers have.
 */
public final class AnswerHead {
  /** What is said about the connection. */
  public enum Persistence {
    /** Nothing: it stays open, as is usual. */
    USUAL(""),
    /** It stays open, which old clients have to be told. */
    KEPT("Connection: keep-alive\r\n"),
    CLOSED("Connection: close\r\n");

    private final byte[] line;

    Persistence(String line) {
      this.line = octets(line);
    }
  }

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final byte[] LENGTH = octets("Content-Length: ");
  private static final byte[] LINE_END = octets("\r\n");
  private static final byte[][] STATUS_LINES = new byte[Status.values().length][];

  static {
    for (Status status : Status.values()) {
      String line = "HTTP/1.1 " + status.code() + " " + status.phrase() + "\r\n";
      STATUS_LINES[status.ordinal()] = octets(line);
    }
  }

  /** The header with the time, good for one second. */
  private record DateLine(long second, byte[] bytes) {}

  private static volatile DateLine dateLine = new DateLine(-1, new byte[0]);

  private final byte[] common;
  private byte[] bytes = new byte[1024];
  private int size;

  /**
   * @param common the headers of all answers, each with its line end
   */
  public AnswerHead(byte[] common) {
    this.common = common;
  }

  /** What {@link #bytes} holds. */
  public int size() {
    return size;
  }

  /** Good until the next head is begun. */
  public byte[] bytes() {
    return bytes;
  }

  public AnswerHead begin(Status status) {
    size = 0;
    append(STATUS_LINES[status.ordinal()]);
    append(date());
    return this;
  }

  /** Adds whole lines. */
  public AnswerHead fields(byte[] lines) {
    append(lines);
    return this;
  }

  /** Adds whole lines. */
  public AnswerHead fields(String lines) {
    return fields(octets(lines));
  }

  public AnswerHead length(long length) {
    append(LENGTH);
    appendNumber(length);
    append(LINE_END);
    return this;
  }

  /** Adds what all heads have, and the empty line. */
  public void end(Persistence persistence) {
    append(common);
    append(persistence.line);
    append(LINE_END);
  }

  /** Adds a short body behind the head; false when it is too long for that. */
  public boolean addBody(byte[] body, int from, int length) {
    if (length > 4096) {
      return false;
    }
    ensure(length);
    System.arraycopy(body, from, bytes, size, length);
    size += length;
    return true;
  }

  private void append(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void appendNumber(long number) {
    ensure(20);
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static byte[] date() {
    long second = Math.floorDiv(System.currentTimeMillis(), 1000L);
    DateLine known = dateLine;
    if (known.second != second) {
      String line = "Date: " + DATE.format(Instant.ofEpochSecond(second)) + "\r\n";
      known = new DateLine(second, octets(line));
      dateLine = known;
    }
    return known.bytes;
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
