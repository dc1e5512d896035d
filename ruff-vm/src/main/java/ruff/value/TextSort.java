package ruff.value;

import java.util.Arrays;

/**
 * Sorts strings by the order of code points.
 *
 * <p>Comparing strings costs a look into memory for each, so many strings are sorted by numbers
 * first: the chars that follow what all have in common, with the place of the string below them.
 * Only strings that agree in those chars are then compared as strings.
 */
final class TextSort {
  /** Fewer strings are compared as they are. */
  private static final int MANY = 48;

  private static final int PLACE_BITS = 24;
  private static final int CHARS = (Long.SIZE - PLACE_BITS) / 8;

  private TextSort() {}

  /** Sorts in place, stable. */
  static void sort(String[] texts) {
    long[] packed = null;
    if (texts.length >= MANY && texts.length < 1 << PLACE_BITS) {
      packed = packed(texts, commonStart(texts));
    }
    if (packed == null) {
      sortRange(texts, 0, texts.length);
      return;
    }
    Arrays.sort(packed);
    String[] original = texts.clone();
    for (int i = 0; i < packed.length; i++) {
      texts[i] = original[(int) packed[i] & ((1 << PLACE_BITS) - 1)];
    }
    sortRuns(texts, packed);
  }

  private static void sortRuns(String[] texts, long[] packed) {
    int from = 0;
    for (int i = 1; i <= packed.length; i++) {
      if (i == packed.length || packed[i] >> PLACE_BITS != packed[from] >> PLACE_BITS) {
        if (i - from > 1) {
          sortRange(texts, from, i);
        }
        from = i;
      }
    }
  }

  private static void sortRange(String[] texts, int from, int to) {
    if (hasPairs(texts, from, to)) {
      Arrays.sort(texts, from, to, Ordering::compareText);
    } else {
      Arrays.sort(texts, from, to);
    }
  }

  /** Java compares chars, which is the right order for strings without surrogates only. */
  private static boolean hasPairs(String[] texts, int from, int to) {
    for (int i = from; i < to; i++) {
      String text = texts[i];
      if (text.codePointCount(0, text.length()) != text.length()) {
        return true;
      }
    }
    return false;
  }

  private static int commonStart(String[] texts) {
    String first = texts[0];
    int common = first.length();
    for (String text : texts) {
      if (!text.regionMatches(0, first, 0, common)) {
        int limit = Math.min(common, text.length());
        common = 0;
        while (common < limit && text.charAt(common) == first.charAt(common)) {
          common++;
        }
      }
    }
    return common;
  }

  /** The sort keys, or null when a char in them takes more than a byte. */
  private static long[] packed(String[] texts, int start) {
    long[] packed = new long[texts.length];
    for (int i = 0; i < texts.length; i++) {
      String text = texts[i];
      long key = 0;
      for (int at = start; at < start + CHARS; at++) {
        char unit = at < text.length() ? text.charAt(at) : 0;
        if (unit > 0xFF) {
          return null;
        }
        key = key << 8 | unit;
      }
      packed[i] = (key << PLACE_BITS | i) ^ Long.MIN_VALUE;
    }
    return packed;
  }
}
