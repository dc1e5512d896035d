package ruff.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Short texts behind one another in one array of bytes: for each a byte that tells the number of
 * its chars, and then the chars, none above 255. Programs put long texts together from millions of
 * short ones; as objects those take several times the memory, and the collector's time.
 *
 * <p>What is packed stays as it is: only what lies behind the last text is ever written.
 */
final class PackedTexts {
  /** Longer texts save nothing worth having. */
  private static final int LONGEST = 63;

  private static final int LARGEST_CHAR = 255;
  private static final int ROOM = 256;

  /** So many bytes are used at most. */
  private static final int LARGEST = 1 << 30;

  /** How many texts {@link #texts} remembers so as to make equal ones once. */
  private static final int REMEMBERED = 1024;

  private byte[] bytes;
  private int used;

  private PackedTexts(byte[] bytes, int used) {
    this.bytes = bytes;
    this.used = used;
  }

  /** All these values, or null when one of them cannot be packed. */
  static PackedTexts of(Object[] values) {
    PackedTexts texts = new PackedTexts(new byte[values.length * 16], 0);
    for (Object value : values) {
      if (!(value instanceof String text) || !texts.add(text)) {
        return null;
      }
    }
    return texts;
  }

  /** Puts a text behind the others; false, and nothing is changed, where it cannot be packed. */
  boolean add(String text) {
    int length = text.length();
    int at = used;
    if (length > LONGEST || !hasRoom(at + 1 + length)) {
      return false;
    }
    byte[] target = bytes;
    target[at++] = (byte) length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > LARGEST_CHAR) {
        return false;
      }
      target[at++] = (byte) c;
    }
    used = at;
    return true;
  }

  private boolean hasRoom(int needed) {
    if (needed > bytes.length) {
      if (needed > LARGEST) {
        return false;
      }
      bytes = Arrays.copyOf(bytes, Math.min(LARGEST, Math.max(needed, bytes.length * 2)));
    }
    return true;
  }

  /** With a little room, since a copy is made for a write. */
  PackedTexts copy() {
    return new PackedTexts(Arrays.copyOf(bytes, used + (used >> 4) + ROOM), used);
  }

  /**
   * The texts as objects. Equal ones that lie near each other are one object: they may have been so
   * before.
   */
  Object[] texts(int count) {
    Object[] texts = new Object[count];
    String[] recent = new String[REMEMBERED];
    int at = 0;
    for (int i = 0; i < count; i++) {
      int length = bytes[at++];
      String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
      int place = text.hashCode() & REMEMBERED - 1;
      if (!text.equals(recent[place])) {
        recent[place] = text;
      }
      texts[i] = recent[place];
      at += length;
    }
    return texts;
  }

  /**
   * All texts with a separator between them.
   *
   * @param count the number of texts
   * @return null where the separator has chars above 255, or the result would be too long
   */
  String joined(int count, String separator) {
    long length = used - count + (count - 1L) * separator.length();
    if (length > LARGEST || separator.chars().anyMatch(c -> c > LARGEST_CHAR)) {
      return null;
    }
    byte[] between = separator.getBytes(StandardCharsets.ISO_8859_1);
    byte[] joined = between.length == 1 ? replaced(count, between[0]) : spread(count, between);
    return new String(joined, StandardCharsets.ISO_8859_1);
  }

  /** A separator of one byte goes to where the length of the text behind it stands. */
  private byte[] replaced(int count, byte separator) {
    byte[] joined = Arrays.copyOfRange(bytes, 1, used);
    int at = bytes[0];
    for (int i = 1; i < count; i++) {
      int length = joined[at];
      joined[at] = separator;
      at += 1 + length;
    }
    return joined;
  }

  private byte[] spread(int count, byte[] separator) {
    byte[] joined = new byte[used - count + (count - 1) * separator.length];
    int from = 0;
    int to = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        System.arraycopy(separator, 0, joined, to, separator.length);
        to += separator.length;
      }
      int length = bytes[from++];
      System.arraycopy(bytes, from, joined, to, length);
      from += length;
      to += length;
    }
    return joined;
  }
}
