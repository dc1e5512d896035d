package ruff.policy;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Hosts that are addresses of IPv4 in numbers, as the system and URLs read them: {@code 127.1},
 * {@code 0x7f.1} and {@code 0177.0.0.1} are all {@code 127.0.0.1}. Java reads the last one as
 * another address, so nobody may leave it to Java.
 */
public final class NumericHost {
  private static final int OCTAL = 8;
  private static final int DECIMAL = 10;
  private static final int HEX = 16;
  private static final int PARTS = 4;
  private static final String HEX_MARK = "0x";

  private NumericHost() {}

  /**
   * The address, or null for a host that is a name or an address of IPv6.
   *
   * @throws IllegalArgumentException when the host is in numbers that make no address
   */
  public static IpAddress read(String host) {
    if (host.indexOf(':') >= 0) {
      // The last part of an address of IPv6 can look like one of IPv4.
      return null;
    }
    String[] parts = host.toLowerCase(Locale.ROOT).split("\\.", -1);
    boolean dotAtEnd = parts.length > 1 && parts[parts.length - 1].isEmpty();
    int count = dotAtEnd ? parts.length - 1 : parts.length;
    return isNumber(parts[count - 1]) ? address(parts, count) : null;
  }

  /** Whether the last part of a host makes it an address in numbers. */
  private static boolean isNumber(String part) {
    if (part.startsWith(HEX_MARK)) {
      return part.substring(2).chars().allMatch(digit -> Character.digit(digit, HEX) >= 0);
    }
    return !part.isEmpty() && part.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** The parts stand for one byte each, but the last one for all that are left. */
  private static IpAddress address(String[] parts, int count) {
    long address = 0;
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      long part = count > PARTS ? -1 : value(parts[i]);
      int bytes = last ? PARTS - i : 1;
      if (part < 0 || part >= 1L << bytes * Byte.SIZE) {
        throw new IllegalArgumentException("invalid IPv4 address");
      }
      address |= last ? part : part << (PARTS - 1 - i) * Byte.SIZE;
    }
    return IpAddress.of(ByteBuffer.allocate(PARTS).putInt((int) address).array());
  }

  /** The value of a part, decimal, octal or hexadecimal, or -1. */
  private static long value(String text) {
    try {
      if (text.startsWith(HEX_MARK)) {
        return text.length() == 2 ? 0 : Long.parseLong(text, 2, text.length(), HEX);
      }
      boolean octal = text.length() > 1 && text.startsWith("0");
      return text.isEmpty() || text.startsWith("+")
          ? -1
          : Long.parseLong(text, octal ? OCTAL : DECIMAL);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
