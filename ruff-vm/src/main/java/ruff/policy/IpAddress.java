package ruff.policy;

import java.util.Arrays;

/**
 * An address of the Internet Protocol as rules see it. An IPv4 address that is written as one of
 * IPv6 is the IPv4 address, so that no rule can be passed by another spelling.
 */
public final class IpAddress implements Comparable<IpAddress> {
  private static final int V4 = 4;
  private static final int V6 = 16;
  private static final byte[] MAPPED = bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);
  private static final byte[] NAT64 = bytes(0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Where gateways without a state put an address of IPv4. */
  private static final byte[] TRANSLATED = bytes(0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0);

  private static final byte[] LOCAL_NAT64 = bytes(0, 0x64, 0xFF, 0x9B, 0, 1);

  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes 4 or 16 of them, the most significant one first
   */
  public static IpAddress of(byte[] bytes) {
    if (bytes.length != V4 && bytes.length != V6) {
      throw new IllegalArgumentException("an address of " + bytes.length + " bytes");
    }
    boolean mapped = bytes.length == V6 && startsWith(bytes, MAPPED);
    return new IpAddress(mapped ? Arrays.copyOfRange(bytes, V6 - V4, V6) : bytes.clone());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  public boolean isV4() {
    return bytes.length == V4;
  }

  /** The bytes, the most significant one first. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** How many bits it has. */
  int bits() {
    return bytes.length * Byte.SIZE;
  }

  /** Whether it agrees with another address in its first bits. */
  boolean isIn(IpAddress network, int prefixBits) {
    if (bytes.length != network.bytes.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit += Byte.SIZE) {
      int mask = prefixBits - bit >= Byte.SIZE ? 0xFF : 0xFF << Byte.SIZE - (prefixBits - bit);
      int difference = bytes[bit / Byte.SIZE] ^ network.bytes[bit / Byte.SIZE];
      if ((difference & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it is no address of the public network: loopback, private, link-local, shared, reserved
   * for tests of equipment, multicast, unspecified, or an address of IPv6 that carries such an
   * address of IPv4 through a gateway.
   */
  public boolean isPrivate() {
    return isV4() ? isPrivateV4(at(0), at(1), at(2)) : isPrivateV6();
  }

  private static boolean isPrivateV4(int first, int second, int third) {
    return switch (first) {
      case 0, 10, 127 -> true;
      case 100 -> second >= 64 && second < 128;
      case 169 -> second == 254;
      case 172 -> second >= 16 && second < 32;
      case 192 -> second == 168 || second == 0 && third == 0;
      case 198 -> second == 18 || second == 19;
      default -> first >= 224;
    };
  }

  private boolean isPrivateV6() {
    int first = at(0) << Byte.SIZE | at(1);
    boolean uniqueLocal = (first & 0xFE00) == 0xFC00;
    boolean linkOrSiteLocal = (first & 0xFF80) == 0xFE80;
    boolean multicast = at(0) == 0xFF;
    return uniqueLocal
        || linkOrSiteLocal
        || multicast
        || isUnspecifiedOrLoopback()
        || wrapsPrivate();
  }

  private boolean isUnspecifiedOrLoopback() {
    for (int i = 0; i < V6 - 1; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return at(V6 - 1) <= 1;
  }

  /** NAT64 in both of its ranges, 6to4, and the old forms of IPv4 in the last four bytes. */
  private boolean wrapsPrivate() {
    boolean localNat64 = startsWith(bytes, LOCAL_NAT64);
    boolean compatible = startsWith(bytes, new byte[V6 - V4]);
    boolean sixToFour = at(0) == 0x20 && at(1) == 2;
    if (localNat64) {
      return true;
    }
    if (startsWith(bytes, NAT64) || startsWith(bytes, TRANSLATED) || compatible) {
      return isPrivateV4(at(12), at(13), at(14));
    }
    return sixToFour && isPrivateV4(at(2), at(3), at(4));
  }

  private int at(int index) {
    return bytes[index] & 0xFF;
  }

  /** The usual short text: {@code 10.0.0.1}, {@code ::1}, {@code 2001:db8::2:1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (isV4()) {
      return text.append(at(0))
          .append('.')
          .append(at(1))
          .append('.')
          .append(at(2))
          .append('.')
          .append(at(3))
          .toString();
    }
    int[] groups = new int[V6 / 2];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = at(2 * i) << Byte.SIZE | at(2 * i + 1);
    }
    int gap = longestGap(groups);
    int gapEnd = gap < 0 ? -1 : gapEnd(groups, gap);
    for (int i = 0; i < groups.length; i++) {
      if (i == gap) {
        text.append("::");
        i = gapEnd - 1;
      } else {
        text.append(i == 0 || i == gapEnd ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  /** Where the longest run of two or more zero groups starts, -1 when there is none. */
  private static int longestGap(int[] groups) {
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < groups.length; i++) {
      int length = gapEnd(groups, i) - i;
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
    }
    return best;
  }

  private static int gapEnd(int[] groups, int start) {
    int end = start;
    while (end < groups.length && groups[end] == 0) {
      end++;
    }
    return end;
  }

  /** By text, as lists of addresses in messages are sorted. */
  @Override
  public int compareTo(IpAddress other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
