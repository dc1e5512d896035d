package ruff.serve.http;

import java.nio.charset.StandardCharsets;
import ruff.serve.http.HeadOutcome.Refused;

/**
 * Reads the head of one request, line by line as it comes in. Lines end in CR LF and nothing else,
 * only printable ASCII stands in them, and limits hold while they grow.
 *
 * <p>The bytes of the head stay where they are in front of those that come later; each call gets
 * all of them, and goes on where the last one stopped.
 */
public final class HeadReader {
  private static final int MAX_METHOD_BYTES = 256;

  private final Limits limits;
  private final HeadFields fields = new HeadFields();
  private String method = "";
  private String target = "";
  private int minorVersion;
  private boolean inFields;
  private boolean skippedEmptyLine;
  private int line;
  private int scanned;

  public HeadReader(Limits limits) {
    this.limits = limits;
  }

  /** Makes ready for the next request. */
  public void reset() {
    fields.clear();
    method = "";
    target = "";
    inFields = false;
    skippedEmptyLine = false;
    line = 0;
    scanned = 0;
  }

  /** Whether nothing of a request has come yet. */
  public boolean isIdle() {
    return scanned == 0;
  }

  /**
   * Reads on.
   *
   * @param from where the head begins
   * @param to behind the last byte that is there
   */
  public HeadOutcome read(byte[] bytes, int from, int to) {
    while (true) {
      int feed = lineFeed(bytes, from + scanned, to);
      if (feed < 0) {
        scanned = to - from;
        return judgeUnfinished(bytes, from, to);
      }
      int start = from + line;
      int end = feed - 1;
      line = feed + 1 - from;
      scanned = line;
      if (end < start || bytes[end] != '\r') {
        return refuse(Status.BAD_REQUEST);
      }
      if (inFields && start == end) {
        return finish();
      }
      Status fault = readLine(bytes, start, end);
      if (fault != null) {
        return refuse(fault);
      }
    }
  }

  private static int lineFeed(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** A line may not outgrow its limit before it has an end. */
  private HeadOutcome judgeUnfinished(byte[] bytes, int from, int to) {
    int start = from + line;
    if (inFields) {
      return to - start > limits.headerBytes() - fields.size()
          ? refuse(Status.PAYLOAD_TOO_LARGE)
          : HeadOutcome.INCOMPLETE;
    }
    if (to > start && !Octet.isToken(bytes[start]) && bytes[start] != '\r') {
      return refuse(Status.BAD_REQUEST);
    }
    if (to - start >= limits.requestLineBytes()) {
      rememberStart(bytes, start, to);
      return refuse(Status.URI_TOO_LONG);
    }
    return HeadOutcome.INCOMPLETE;
  }

  private Status readLine(byte[] bytes, int start, int end) {
    if (inFields) {
      return fields.count() >= limits.headerCount()
          ? Status.PAYLOAD_TOO_LARGE
          : fields.add(bytes, start, end, limits.headerBytes());
    }
    if (start == end) {
      Status fault = skippedEmptyLine ? Status.BAD_REQUEST : null;
      skippedEmptyLine = true;
      return fault;
    }
    if (end + 2 - start > limits.requestLineBytes()) {
      rememberStart(bytes, start, end);
      return Status.URI_TOO_LONG;
    }
    inFields = true;
    return readRequestLine(bytes, start, end);
  }

  private Status readRequestLine(byte[] bytes, int start, int end) {
    int methodEnd = start;
    while (methodEnd < end && Octet.isToken(bytes[methodEnd])) {
      methodEnd++;
    }
    if (methodEnd == start || methodEnd == end || bytes[methodEnd] != ' ') {
      return Status.BAD_REQUEST;
    }
    int targetEnd = methodEnd + 1;
    while (targetEnd < end && Octet.isVisible(bytes[targetEnd])) {
      targetEnd++;
    }
    if (targetEnd == methodEnd + 1 || targetEnd == end || bytes[targetEnd] != ' ') {
      return Status.BAD_REQUEST;
    }
    method = method(bytes, start, methodEnd);
    target = text(bytes, methodEnd + 1, targetEnd);
    return readVersion(bytes, targetEnd + 1, end);
  }

  private Status readVersion(byte[] bytes, int start, int end) {
    boolean named =
        end - start > 5
            && bytes[start] == 'H'
            && bytes[start + 1] == 'T'
            && bytes[start + 2] == 'T'
            && bytes[start + 3] == 'P'
            && bytes[start + 4] == '/';
    if (!named) {
      return Status.BAD_REQUEST;
    }
    String number = text(bytes, start + 5, end);
    if (number.length() == 3
        && number.startsWith("1.")
        && number.charAt(2) >= '0'
        && number.charAt(2) <= '9') {
      minorVersion = number.charAt(2) - '0';
      return null;
    }
    return isLaterVersion(number) ? Status.VERSION_NOT_SUPPORTED : Status.BAD_REQUEST;
  }

  /** Whether this is a version of two or up. */
  private static boolean isLaterVersion(String number) {
    char major = number.charAt(0);
    boolean alone = number.length() == 1;
    boolean full =
        number.length() == 3
            && number.charAt(1) == '.'
            && number.charAt(2) >= '0'
            && number.charAt(2) <= '9';
    return major >= '2' && major <= '9' && (alone || full);
  }

  private HeadOutcome finish() {
    Status fault = fields.judge(minorVersion);
    if (fault != null) {
      return refuse(fault);
    }
    return new HeadOutcome.Complete(fields.head(method, target, minorVersion), line);
  }

  private Refused refuse(Status status) {
    return new Refused(status, method, target);
  }

  /** Keeps what is there of a request line that is too long, for the log. */
  private void rememberStart(byte[] bytes, int start, int end) {
    int blank = start;
    while (blank < end && bytes[blank] != ' ') {
      blank++;
    }
    if (blank == end || blank - start > MAX_METHOD_BYTES) {
      return;
    }
    method = text(bytes, start, blank);
    int targetEnd = blank + 1;
    while (targetEnd < end && bytes[targetEnd] != ' ' && bytes[targetEnd] != '\r') {
      targetEnd++;
    }
    target = text(bytes, blank + 1, targetEnd);
  }

  private static String method(byte[] bytes, int start, int end) {
    boolean get =
        end - start == 3
            && bytes[start] == 'G'
            && bytes[start + 1] == 'E'
            && bytes[start + 2] == 'T';
    return get ? "GET" : text(bytes, start, end);
  }

  static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
