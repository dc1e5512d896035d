package ruff.value;

/**
 * Open addressing from a hash to a place in some row of entries. A word holds the hash in its upper
 * half and the place plus one in its lower half; 0 is free. The number of words is a power of two
 * and at least 8/5 of that of the places.
 */
final class HashIndex {
  /** More steps than honest hashes ever need to a free word. */
  static final int SUSPICIOUS = 512;

  private HashIndex() {}

  /** An empty index for that many places. */
  static long[] make(int places) {
    int least = (int) Math.max(8, places * 8L / 5);
    return new long[Integer.highestOneBit(least - 1) << 1];
  }

  /**
   * The word where the search for a hash begins. The upper bits of the product decide, so that
   * going through an index in order fills a larger one in order.
   */
  static int home(int hash, int mask) {
    return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(mask);
  }

  /** Adds a place and answers the number of steps to its word; the index has a free word left. */
  static int insert(long[] words, int hash, int place) {
    return insert(words, ((long) hash << 32) | (place + 1));
  }

  private static int insert(long[] words, long word) {
    int mask = words.length - 1;
    int start = home((int) (word >>> 32), mask);
    int at = start;
    while (words[at] != 0) {
      at = (at + 1) & mask;
    }
    words[at] = word;
    return (at - start) & mask;
  }

  /** The same content in an index for more places. */
  static long[] grown(long[] words, int places) {
    long[] larger = make(places);
    for (long word : words) {
      if (word != 0) {
        insert(larger, word);
      }
    }
    return larger;
  }

  /** Takes out a place that is in the index, closing the gap. */
  static void remove(long[] words, int hash, int place) {
    int mask = words.length - 1;
    long word = ((long) hash << 32) | (place + 1);
    int hole = home(hash, mask);
    while (words[hole] != word) {
      hole = (hole + 1) & mask;
    }
    for (int next = (hole + 1) & mask; words[next] != 0; next = (next + 1) & mask) {
      int fromHome = (next - home((int) (words[next] >>> 32), mask)) & mask;
      if (fromHome >= ((next - hole) & mask)) {
        words[hole] = words[next];
        hole = next;
      }
    }
    words[hole] = 0;
  }
}
