package ruff.benchmarks.programs;

import java.util.HashMap;
import java.util.Map;

/** The program {@code lru_cache} as Java programmers write it. */
public final class LruCache {
  private final int capacity;
  private final long[] keys;
  private final long[] values;
  private final int[] before;
  private final int[] after;
  private int size;

  private LruCache(int capacity) {
    this.capacity = capacity;
    this.keys = new long[capacity + 1];
    this.values = new long[capacity + 1];
    this.before = new int[capacity + 1];
    this.after = new int[capacity + 1];
  }

  private LruCache unlinked(int slot) {
    after[before[slot]] = after[slot];
    before[after[slot]] = before[slot];
    return this;
  }

  private void first(int slot) {
    int old = after[0];
    after[0] = slot;
    before[slot] = 0;
    after[slot] = old;
    before[old] = slot;
  }

  private void put(int slot, long key, long value) {
    keys[slot] = key;
    values[slot] = value;
    first(slot);
  }

  /** The result for the size. */
  public static String run(int n) {
    Map<Long, Integer> slots = new HashMap<>();
    LruCache cache = new LruCache(1000);
    long seed = 42;
    int hits = 0;
    long total = 0;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      long key = (seed % 1700 + seed % 1300) / 2;
      int slot = slots.getOrDefault(key, 0);
      if (slot > 0) {
        hits++;
        total = (total + cache.values[slot]) % 1000003;
        cache.unlinked(slot).first(slot);
      } else {
        if (cache.size < cache.capacity) {
          slot = ++cache.size;
        } else {
          slot = cache.before[0];
          slots.remove(cache.keys[slot]);
          cache.unlinked(slot);
        }
        slots.put(key, slot);
        cache.put(slot, key, i);
      }
    }
    return hits + " " + total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("lru_cache " + run(Integer.parseInt(args[0])));
  }
}
