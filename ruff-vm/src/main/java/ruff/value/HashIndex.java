package ruff.value;

/**
 * Open addressing from a hash to a place in some row of entries. A word holds the hash in its upper
 * half and the place plus one in its lower half; 0 is free. The number of words is a power of two
 * and at least 8/5 of that of the places.
 */
final class HashIndex {
  private HashIndex() {}

  /** An empty index for that many places. */
  static long[] make(int places) {
    int least = (int) Math.max(8, places * 8L / 5);
    return new long[Integer.highestOneBit(least - 1) << 1];
  }

  /** Spreads a hash over the bits that select a word. */
  static int home(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ (product >>> 15);
  }

  /** Adds a place; the index has a free word left. */
  static void insert(long[] words, int hash, int place) {
    int mask = words.length - 1;
    int at = home(hash) & mask;
    while (words[at] != 0) {
      at = (at + 1) & mask;
    }
    words[at] = ((long) hash << 32) | (place + 1);
  }

  /** Takes out a place that is in the index, closing the gap. */
  static void remove(long[] words, int hash, int place) {
    int mask = words.length - 1;
    long word = ((long) hash << 32) | (place + 1);
    int hole = home(hash) & mask;
    while (words[hole] != word) {
      hole = (hole + 1) & mask;
    }
    for (int next = (hole + 1) & mask; words[next] != 0; next = (next + 1) & mask) {
      int fromHome = (next - home((int) (words[next] >>> 32))) & mask;
      if (fromHome >= ((next - hole) & mask)) {
        words[hole] = words[next];
        hole = next;
      }
    }
    words[hole] = 0;
  }
}
