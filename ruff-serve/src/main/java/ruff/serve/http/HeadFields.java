package ruff.serve.http;

import java.util.Locale;
import ruff.serve.http.RequestHead.Announced;

/** The headers of one request: checks all of them and keeps those that mean something here. */
final class HeadFields {
  private static final int MAX_DIGITS = 18;

  private int count;
  private long size;
  private int hosts;
  private String host;
  private String contentLength;
  private String transferEncoding;
  private String connection;
  private String expect;
  private String accept;
  private String acceptEncoding;
  private String ifNoneMatch;
  private String ifRange;
  private String range;

  void clear() {
    count = 0;
    size = 0;
    hosts = 0;
    host = null;
    contentLength = null;
    transferEncoding = null;
    connection = null;
    expect = null;
    accept = null;
    acceptEncoding = null;
    ifNoneMatch = null;
    ifRange = null;
    range = null;
  }

  int count() {
    return count;
  }

  /** Names and values with a colon, a blank and a line end each. */
  long size() {
    return size;
  }

  /** Reads one line; gives the status of a fault, or null. */
  Status add(byte[] bytes, int start, int end, long maxSize) {
    int colon = start;
    while (colon < end && Octet.isToken(bytes[colon])) {
      colon++;
    }
    if (colon == start || colon == end || bytes[colon] != ':') {
      return Status.BAD_REQUEST;
    }
    int first = colon + 1;
    int last = end;
    while (first < last && Octet.isBlank(bytes[first])) {
      first++;
    }
    while (last > first && Octet.isBlank(bytes[last - 1])) {
      last--;
    }
    for (int i = first; i < last; i++) {
      if (!Octet.isText(bytes[i])) {
        return Status.BAD_REQUEST;
      }
    }
    count++;
    size += (colon - start) + 2L + (last - first) + 2L;
    if (size > maxSize) {
      return Status.PAYLOAD_TOO_LARGE;
    }
    return keep(bytes, start, colon, first, last);
  }

  private Status keep(byte[] bytes, int start, int colon, int first, int last) {
    switch (colon - start) {
      case 4:
        if (is("host", bytes, start)) {
          hosts++;
          host = HeadReader.text(bytes, first, last);
        }
        return null;
      case 5:
        range = is("range", bytes, start) ? join(range, bytes, first, last) : range;
        return null;
      case 6:
        accept = is("accept", bytes, start) ? join(accept, bytes, first, last) : accept;
        expect = is("expect", bytes, start) ? join(expect, bytes, first, last) : expect;
        return null;
      case 8:
        ifRange = is("if-range", bytes, start) ? join(ifRange, bytes, first, last) : ifRange;
        return null;
      case 10:
        if (is("connection", bytes, start)) {
          connection = join(connection, bytes, first, last);
        }
        return null;
      default:
        return keepLonger(bytes, start, colon, first, last);
    }
  }

  private Status keepLonger(byte[] bytes, int start, int colon, int first, int last) {
    switch (colon - start) {
      case 13:
        if (is("if-none-match", bytes, start)) {
          ifNoneMatch = join(ifNoneMatch, bytes, first, last);
        }
        return null;
      case 14:
        if (!is("content-length", bytes, start)) {
          return null;
        }
        String length = HeadReader.text(bytes, first, last);
        boolean conflict = contentLength != null && !contentLength.equals(length);
        contentLength = length;
        return conflict ? Status.BAD_REQUEST : null;
      case 15:
        if (is("accept-encoding", bytes, start)) {
          acceptEncoding = join(acceptEncoding, bytes, first, last);
        }
        return null;
      case 17:
        if (is("transfer-encoding", bytes, start)) {
          transferEncoding = join(transferEncoding, bytes, first, last);
        }
        return null;
      default:
        return null;
    }
  }

  /** Compares a name of equal length without regard to case. */
  private static boolean is(String name, byte[] bytes, int start) {
    for (int i = 0; i < name.length(); i++) {
      char expected = name.charAt(i);
      byte actual = bytes[start + i];
      if (actual != expected && (actual | 0x20) != expected) {
        return false;
      }
    }
    return true;
  }

  private static String join(String before, byte[] bytes, int first, int last) {
    String value = HeadReader.text(bytes, first, last);
    return before == null ? value : before + ", " + value;
  }

  /** Judges all headers together; gives the status of a fault, or null. */
  Status judge(int minorVersion) {
    boolean old = minorVersion == 0;
    if (hosts > 1 || (hosts == 0 && !old) || !isHost(host)) {
      return Status.BAD_REQUEST;
    }
    if (transferEncoding != null) {
      boolean chunked = transferEncoding.equalsIgnoreCase("chunked");
      if (!chunked || contentLength != null || old) {
        return Status.BAD_REQUEST;
      }
    }
    if (contentLength != null && !isNumber(contentLength)) {
      return Status.BAD_REQUEST;
    }
    boolean unknown = expect != null && !expect.equalsIgnoreCase("100-continue");
    return unknown && !old ? Status.EXPECTATION_FAILED : null;
  }

  private static boolean isHost(String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      if (!Octet.isHost(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  RequestHead head(String method, String target, int minorVersion) {
    return new RequestHead(
        method,
        target,
        body(),
        minorVersion == 0,
        keepAlive(minorVersion),
        expect != null && minorVersion > 0,
        accept,
        acceptEncoding,
        ifNoneMatch,
        ifRange,
        range);
  }

  private RequestHead.Body body() {
    if (transferEncoding != null) {
      return RequestHead.CHUNKED;
    }
    if (contentLength == null) {
      return RequestHead.NONE;
    }
    String digits = contentLength.replaceFirst("^0+", "");
    if (digits.isEmpty()) {
      return RequestHead.NONE;
    }
    boolean huge = digits.length() > MAX_DIGITS;
    return new Announced(huge ? Long.MAX_VALUE : Long.parseLong(digits));
  }

  private boolean keepAlive(int minorVersion) {
    if (connection == null) {
      return minorVersion > 0;
    }
    boolean close = false;
    boolean keep = false;
    for (String option : connection.split(",")) {
      String name = option.strip().toLowerCase(Locale.ROOT);
      close |= name.equals("close");
      keep |= name.equals("keep-alive");
    }
    return !close && (keep || minorVersion > 0);
  }
}
