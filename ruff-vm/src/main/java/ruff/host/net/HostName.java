package ruff.host.net;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ruff.policy.IpAddress;

/** The hosts of URLs: every spelling of an address becomes the address. */
final class HostName {
  private static final String FORBIDDEN = " #%/:<>?@[\\]^|";
  private static final int OCTAL = 8;
  private static final int HEX = 16;
  private static final int PARTS = 4;

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
    String[] parts = host.split("\\.", -1);
    boolean dotAtEnd = parts.length > 1 && parts[parts.length - 1].isEmpty();
    int count = dotAtEnd ? parts.length - 1 : parts.length;
    return isNumber(parts[count - 1]) ? v4(parts, count) : host;
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

  /** Whether the last part of a host makes it an address in numbers. */
  private static boolean isNumber(String part) {
    if (part.startsWith("0x")) {
      return part.substring(2).chars().allMatch(digit -> Character.digit(digit, HEX) >= 0);
    }
    return !part.isEmpty() && part.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** The parts stand for one byte each, but the last one for all that are left. */
  private static String v4(String[] parts, int count) {
    long address = 0;
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      long part = count > PARTS ? -1 : part(parts[i]);
      int bytes = last ? PARTS - i : 1;
      if (part < 0 || part >= 1L << bytes * Byte.SIZE) {
        throw new IllegalArgumentException("invalid IPv4 address");
      }
      address |= last ? part : part << (PARTS - 1 - i) * Byte.SIZE;
    }
    return IpAddress.of(ByteBuffer.allocate(PARTS).putInt((int) address).array()).toString();
  }

  /** The value of a part, decimal, octal or hexadecimal, or -1. */
  private static long part(String text) {
    try {
      if (text.startsWith("0x")) {
        return text.length() == 2 ? 0 : Long.parseLong(text, 2, text.length(), HEX);
      }
      boolean octal = text.length() > 1 && text.startsWith("0");
      return text.isEmpty() || text.startsWith("+") ? -1 : Long.parseLong(text, octal ? OCTAL : 10);
    } catch (NumberFormatException notANumber) {
      return -1;
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
