package ruff.host.net;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ruff.policy.IpAddress;
import ruff.policy.NumericHost;

/** The hosts of URLs: every spelling of an address becomes the address. */
final class HostName {
  private static final String FORBIDDEN = " #%/:<>?@[\\]^|";
  private static final int HEX = 16;

  private HostName() {}

  /**
   * The host in its one form.
   *
   * @throws IllegalArgumentException when it can be none; the message says why
   */
  static String normalized(String written) {
    if (written.startsWith("[")) {
      return v6(written);
    }
    String host = ascii(percentDecoded(written)).toLowerCase(Locale.ROOT);
    if (host.isEmpty()) {
      throw new IllegalArgumentException("empty host");
    }
    for (int i = 0; i < host.length(); i++) {
      char sign = host.charAt(i);
      if (sign < ' ' || sign >= 127 || FORBIDDEN.indexOf(sign) >= 0) {
        throw new IllegalArgumentException("invalid domain character");
      }
    }
    IpAddress numeric = NumericHost.read(host);
    return numeric == null ? host : numeric.toString();
  }

  private static String v6(String written) {
    String inner = written.endsWith("]") ? written.substring(1, written.length() - 1) : "";
    try {
      if (inner.indexOf(':') >= 0 && inner.indexOf('%') < 0) {
        return IpAddress.of(InetAddress.ofLiteral(inner).getAddress()).toString();
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Answered below, in our words.
    }
    throw new IllegalArgumentException("invalid IPv6 address");
  }

  private static String ascii(String host) {
    boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(host);
    try {
      return plain ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException impossible) {
      throw new IllegalArgumentException("invalid international domain name");
    }
  }

  /** The text with percent signs and hex digits replaced by what they stand for. */
  static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      boolean room = bytes[i] == '%' && i + 2 < bytes.length;
      int high = room ? Character.digit(bytes[i + 1], HEX) : -1;
      int low = room ? Character.digit(bytes[i + 2], HEX) : -1;
      if (high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new IllegalArgumentException("invalid international domain name");
    }
  }
}
