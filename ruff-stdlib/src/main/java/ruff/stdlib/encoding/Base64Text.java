package ruff.stdlib.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 in the standard alphabet with padding, exactly one text for each row of bytes. */
public final class Base64Text {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** The six bits of each byte of the alphabet, -1 for all other bytes. */
  private static final byte[] BITS = bits();

  private Base64Text() {}

  private static byte[] bits() {
    byte[] bits = new byte[256];
    Arrays.fill(bits, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      bits[ALPHABET.charAt(i)] = (byte) i;
    }
    return bits;
  }

  public static String encode(byte[] data) {
    return Base64.getEncoder().encodeToString(data);
  }

  /**
   * The bytes that a text stands for.
   *
   * @throws InvalidBase64 naming the first byte that is wrong
   */
  public static byte[] decode(String text) throws InvalidBase64 {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    int rest = in.length % 4;
    if (rest == 1) {
      throw remainder(in);
    }
    int last = Math.max(0, rest == 0 ? in.length - 4 : in.length - rest);
    checkBody(in, last);
    int symbols = checkEnd(in, last);
    byte[] out = new byte[last / 4 * 3 + (symbols == 0 ? 0 : symbols - 1)];
    int filled = 0;
    for (int i = 0; i < last; i += 4) {
      int group = symbol(in, i) << 18 | symbol(in, i + 1) << 12;
      group |= symbol(in, i + 2) << 6 | symbol(in, i + 3);
      out[filled++] = (byte) (group >> 16);
      out[filled++] = (byte) (group >> 8);
      out[filled++] = (byte) group;
    }
    decodeEnd(in, last, symbols, out, filled);
    return out;
  }

  private static InvalidBase64 remainder(byte[] in) {
    int last = in.length - 1;
    return symbol(in, last) < 0 && in[last] != '='
        ? invalidByte(in, last)
        : new InvalidBase64("Encoded text cannot have a 6-bit remainder.");
  }

  /** Checks all groups of four before the last one. */
  private static void checkBody(byte[] in, int end) throws InvalidBase64 {
    for (int i = 0; i < end; i++) {
      if (symbol(in, i) < 0) {
        throw invalidByte(in, i);
      }
    }
  }

  /** Checks the last group; answers how many symbols it has. */
  private static int checkEnd(byte[] in, int last) throws InvalidBase64 {
    int padding = -1;
    for (int i = last; i < in.length; i++) {
      if (in[i] == '=' && i - last >= 2) {
        padding = padding < 0 ? i : padding;
      } else if (padding >= 0) {
        throw invalidByte(in, padding);
      } else if (symbol(in, i) < 0) {
        throw invalidByte(in, i);
      }
    }
    if (in.length % 4 != 0) {
      throw new InvalidBase64("Invalid padding");
    }
    int symbols = (padding < 0 ? in.length : padding) - last;
    int unused = symbols == 2 ? 15 : symbols == 3 ? 3 : 0;
    int end = last + symbols - 1;
    if (symbols > 0 && (symbol(in, end) & unused) != 0) {
      throw new InvalidBase64("Invalid last symbol " + in[end] + ", offset " + end + ".");
    }
    return symbols;
  }

  private static void decodeEnd(byte[] in, int last, int symbols, byte[] out, int filled) {
    int group = 0;
    for (int i = 0; i < symbols; i++) {
      group |= symbol(in, last + i) << (18 - 6 * i);
    }
    for (int i = 0; i < symbols - 1; i++) {
      out[filled + i] = (byte) (group >> (16 - 8 * i));
    }
  }

  private static int symbol(byte[] in, int index) {
    return BITS[in[index] & 0xFF];
  }

  private static InvalidBase64 invalidByte(byte[] in, int offset) {
    return new InvalidBase64("Invalid byte " + (in[offset] & 0xFF) + ", offset " + offset + ".");
  }
}
