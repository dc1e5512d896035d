package ruff.serve.server;

import java.util.function.Consumer;

/** One line for each request that was handled. */
public final class AccessLog {
  private static final String DIGITS = "0123456789ABCDEF";

  private final Consumer<String> lines;
  private final boolean secure;

  /**
   * @param lines takes each line with its end
   */
  public AccessLog(Consumer<String> lines, boolean secure) {
    this.lines = lines;
    this.secure = secure;
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
    lines.accept(line(entry));
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
