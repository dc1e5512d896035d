package ruff.host.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** One line of the head of a message. */
public record HttpHeader(String name, String value) {
  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  /** The value of the last header of that name, or null. */
  public static String last(List<HttpHeader> headers, String name) {
    String found = null;
    for (HttpHeader header : headers) {
      found = header.name.equalsIgnoreCase(name) ? header.value : found;
    }
    return found;
  }

  /** The last header of each name, in the order of these; names differ by more than their case. */
  public static List<HttpHeader> lastOfEachName(List<HttpHeader> headers) {
    SequencedMap<String, HttpHeader> found = new LinkedHashMap<>();
    for (HttpHeader header : headers) {
      found.putLast(header.name.toLowerCase(Locale.ROOT), header);
    }
    return List.copyOf(found.values());
  }

  /** Whether a text can be the name of a header or method. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean letterOrDigit = sign < 128 && Character.isLetterOrDigit(sign);
      if (!letterOrDigit && TOKEN_SIGNS.indexOf(sign) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether a text can be a value: a control character in it could begin a line of its own. */
  public static boolean isValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' && sign != '\t' || sign == 127) {
        return false;
      }
    }
    return true;
  }

  /** Whether it can be sent. */
  public boolean isValid() {
    return isToken(name) && isValue(value);
  }

  /** Whether it says where a message ends, which is for the library to say. */
  public boolean isFraming() {
    return name.equalsIgnoreCase("content-length")
        || name.equalsIgnoreCase("transfer-encoding")
        || name.equalsIgnoreCase("connection")
        || name.equalsIgnoreCase("upgrade");
  }
}
