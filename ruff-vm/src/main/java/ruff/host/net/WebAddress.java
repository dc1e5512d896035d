package ruff.host.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An address of the web in the one form that is used on the wire, whatever spelling it came in: a
 * host in numbers is an address, one in other letters is in its ASCII form, dots in the path are
 * resolved.
 *
 * @param scheme {@code http} or {@code https}
 * @param credentials {@code user:password}, or null
 * @param host without brackets
 * @param target the path and, after a question mark, the query
 */
public record WebAddress(String scheme, String credentials, String host, int port, String target) {
  private static final String HTTPS = "https";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** What is written as percent sign and hex in a path, and what besides in a query. */
  private static final String UNSAFE_IN_PATH = " \"#<>?`{}|^[]\\";

  private static final String UNSAFE_IN_QUERY = " \"#<>'`{}|^\\";

  /**
   * Reads an address.
   *
   * @param call what messages begin with
   */
  public static WebAddress parse(String call, String text) throws NetworkFailure {
    String url = withoutBlanks(text);
    String scheme = scheme(url);
    if (scheme == null) {
      throw invalid(call, text, "relative URL without a base");
    }
    checkScheme(call, scheme);
    return afterScheme(call, text, scheme, url.substring(scheme.length() + 1));
  }

  private static void checkScheme(String call, String scheme) throws NetworkFailure {
    if (!scheme.equals("http") && !scheme.equals(HTTPS)) {
      throw new NetworkFailure(
          call + " failed: unsupported URL scheme '" + scheme + "'; expected http or https");
    }
  }

  private static NetworkFailure invalid(String call, String text, String why) {
    return new NetworkFailure(call + " failed: invalid URL '" + text + "': " + why);
  }

  /** Line ends and tabs mean nothing anywhere in an address, blanks nothing at its ends. */
  private static String withoutBlanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to).replace("\t", "").replace("\n", "").replace("\r", "");
  }

  /** The scheme in lower case, or null when the text does not begin with one. */
  private static String scheme(String url) {
    int end = url.indexOf(':');
    for (int i = 0; i < end; i++) {
      char sign = url.charAt(i);
      boolean letter = sign < 128 && Character.isLetter(sign);
      boolean later = sign < 128 && Character.isDigit(sign) || "+-.".indexOf(sign) >= 0;
      if (!letter && (i == 0 || !later)) {
        return null;
      }
    }
    return end < 1 ? null : url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static WebAddress afterScheme(String call, String text, String scheme, String rest)
      throws NetworkFailure {
    int start = 0;
    while (start < rest.length() && isSlash(rest.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < rest.length() && !isSlash(rest.charAt(end)) && !isTail(rest.charAt(end))) {
      end++;
    }
    String authority = rest.substring(start, end);
    int at = authority.lastIndexOf('@');
    String server = authority.substring(at + 1);
    int colon = server.lastIndexOf(':');
    int portStart = colon > server.lastIndexOf(']') ? colon : server.length();
    try {
      return new WebAddress(
          scheme,
          at < 0 ? null : credentials(authority.substring(0, at)),
          HostName.normalized(server.substring(0, portStart)),
          port(scheme, server.substring(Math.min(server.length(), portStart + 1))),
          target(rest.substring(end)));
    } catch (IllegalArgumentException fault) {
      throw invalid(call, text, fault.getMessage());
    }
  }

  private static boolean isSlash(char sign) {
    return sign == '/' || sign == '\\';
  }

  private static boolean isTail(char sign) {
    return sign == '?' || sign == '#';
  }

  private static String credentials(String text) {
    String decoded = HostName.percentDecoded(text);
    return decoded.indexOf(':') < 0 ? decoded + ":" : decoded;
  }

  private static int port(String scheme, String digits) {
    if (digits.isEmpty()) {
      return defaultPort(scheme);
    }
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      port = digit < 0 || digit > 9 ? Integer.MAX_VALUE : port * 10 + digit;
      if (port > NetworkAccess.HIGHEST_PORT) {
        throw new IllegalArgumentException("invalid port number");
      }
    }
    return port;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
  }

  /** The path and query of what stands behind the server's name. */
  private static String target(String tail) {
    int hash = tail.indexOf('#');
    String used = hash < 0 ? tail : tail.substring(0, hash);
    int question = used.indexOf('?');
    String path = question < 0 ? used : used.substring(0, question);
    String query = question < 0 ? "" : "?" + encoded(used.substring(question + 1), UNSAFE_IN_QUERY);
    return withoutDots(encoded(path.replace('\\', '/'), UNSAFE_IN_PATH)) + query;
  }

  private static String encoded(String text, String unsafe) {
    HexFormat hex = HexFormat.of().withUpperCase();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(bytes.length + 8);
    for (int i = 0; i < bytes.length; i++) {
      byte unit = bytes[i];
      boolean stray = unit == '%' && !(isHex(bytes, i + 1) && isHex(bytes, i + 2));
      if (unit <= ' ' || unit == 127 || stray || unsafe.indexOf(unit) >= 0) {
        out.append('%').append(hex.toHexDigits(unit));
      } else {
        out.append((char) unit);
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte[] bytes, int index) {
    return index < bytes.length && HexFormat.isHexDigit(bytes[index]);
  }

  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] parts = path.split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      String plain = parts[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
      if (plain.equals("..")) {
        kept.pollLast();
      } else if (!plain.equals(".")) {
        kept.addLast(parts[i]);
      }
      if (last && (plain.equals("..") || plain.equals("."))) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** The address that a reference found here leads to. */
  public WebAddress resolve(String call, String reference) throws NetworkFailure {
    String url = withoutBlanks(reference);
    String otherScheme = scheme(url);
    if (otherScheme != null) {
      return parse(call, url);
    }
    if (url.length() > 1 && isSlash(url.charAt(0)) && isSlash(url.charAt(1))) {
      return afterScheme(call, reference, scheme, url);
    }
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String tail;
    if (url.isEmpty() || url.charAt(0) == '#') {
      tail = target;
    } else if (url.charAt(0) == '?') {
      tail = path + url;
    } else if (isSlash(url.charAt(0))) {
      tail = url;
    } else {
      tail = path.substring(0, path.lastIndexOf('/') + 1) + url;
    }
    return new WebAddress(scheme, credentials, host, port, target(tail));
  }

  /** Whether another address belongs to the same server, spoken to in the same way. */
  boolean isSameServer(WebAddress other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
  }

  /** The address without credentials. */
  @Override
  public String toString() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String number = port == defaultPort(scheme) ? "" : ":" + port;
    return scheme + "://" + shown + number + target;
  }
}
