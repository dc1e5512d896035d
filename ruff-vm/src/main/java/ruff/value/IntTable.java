package ruff.value;

import java.util.Arrays;

/**
 * Entries with int keys: open addressing with linear probing, at most half full.
 *
 * <p>Neighbouring keys lie in neighbouring slots, eight by eight, so that running through keys in
 * order stays in the cache; the blocks of eight are scattered by a multiplicative hash. The factor
 * changes when keys collide as only keys made for that purpose do; a set of keys that collides
 * under every factor does not exist, since each takes too many of a key's 64 bits. A free slot
 * holds the key {@link #free}, which is never the key of an entry: when it shall become one,
 * another is chosen.
 */
final class IntTable extends DictTable {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FIRST_FREE = 0x8000_7A3B_51C6_9D2EL;
  private static final int FIRST_SLOTS = 8;

  /** More steps than honest keys ever need to a free slot. */
  private static final int SUSPICIOUS = 512;

  private long[] keys;
  private long free = FIRST_FREE;

  /** What keys are multiplied with; odd. */
  private long factor = GOLDEN;

  IntTable(int expected) {
    int slots = Math.max(FIRST_SLOTS, Integer.highestOneBit(Math.max(expected, 1)) << 2);
    keys = new long[slots];
    Arrays.fill(keys, free);
    ints = new long[slots];
  }

  private IntTable(IntTable from) {
    keys = from.keys.clone();
    free = from.free;
    factor = from.factor;
    copyValues(from);
  }

  @Override
  IntTable copy() {
    return new IntTable(this);
  }

  /** The slot of a key, or -1. */
  int find(long key) {
    long[] all = keys;
    long none = free;
    if (key == none) {
      return -1;
    }
    int mask = all.length - 1;
    int slot = home(key, factor, mask);
    while (true) {
      long present = all[slot];
      if (present == key) {
        return slot;
      }
      if (present == none) {
        return -1;
      }
      slot = (slot + 1) & mask;
    }
  }

  Object get(long key) {
    int slot = find(key);
    return slot >= 0 ? valueAt(slot) : null;
  }

  void put(long key, Object value) {
    int slot = find(key);
    if (slot >= 0) {
      setAt(slot, value);
    } else {
      add(key, value);
    }
  }

  void putInt(long key, long value) {
    int slot = find(key);
    if (slot >= 0) {
      setIntAt(slot, value);
    } else {
      add(key, Ints.box(value));
    }
  }

  /** Adds an entry whose key is known to be new. */
  private void add(long key, Object value) {
    if (key == free) {
      chooseFree();
    }
    if (size == 0) {
      startValues(value, keys.length);
    } else if (size * 2 >= keys.length) {
      resize(keys.length * 2);
    }
    int slot = place(keys, key);
    int steps = (slot - home(key, factor, keys.length - 1)) & (keys.length - 1);
    setAt(slot, value);
    size++;
    if (steps > SUSPICIOUS) {
      factor = factor * GOLDEN + 2;
      resize(keys.length);
    }
  }

  /** Puts a new key into its first free slot. */
  private int place(long[] all, long key) {
    int mask = all.length - 1;
    int slot = home(key, factor, mask);
    while (all[slot] != free) {
      slot = (slot + 1) & mask;
    }
    all[slot] = key;
    return slot;
  }

  private static int home(long key, long factor, int mask) {
    int unused = Integer.numberOfLeadingZeros(mask) + 32;
    return (int) (((key >>> 3) * factor) >>> unused) ^ ((int) key & 7);
  }

  private void resize(int slots) {
    long[] old = keys;
    long[] oldInts = ints;
    Object[] oldObjects = objects;
    long[] all = new long[slots];
    Arrays.fill(all, free);
    ints = oldInts == null ? null : new long[slots];
    objects = oldInts == null ? new Object[slots] : null;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != free) {
        int slot = place(all, old[i]);
        if (oldInts != null) {
          ints[slot] = oldInts[i];
        } else {
          objects[slot] = oldObjects[i];
        }
      }
    }
    keys = all;
  }

  private void chooseFree() {
    long chosen = free;
    do {
      chosen = chosen * GOLDEN + 1;
    } while (chosen == free || find(chosen) >= 0);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == free) {
        keys[i] = chosen;
      }
    }
    free = chosen;
  }

  @Override
  Object removeAt(int slot) {
    final Object removed = valueAt(slot);
    int mask = keys.length - 1;
    int hole = slot;
    for (int next = (slot + 1) & mask; keys[next] != free; next = (next + 1) & mask) {
      int fromHome = (next - home(keys[next], factor, mask)) & mask;
      if (fromHome >= ((next - hole) & mask)) {
        keys[hole] = keys[next];
        moveValue(next, hole);
        hole = next;
      }
    }
    keys[hole] = free;
    clearValues(hole, hole + 1);
    size--;
    return removed;
  }

  /** The keys in ascending order. */
  long[] sortedKeys() {
    long[] sorted = new long[size];
    int count = 0;
    for (long key : keys) {
      if (key != free) {
        sorted[count++] = key;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  int[] slotsInOrder() {
    long[] sorted = sortedKeys();
    int[] slots = new int[sorted.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = find(sorted[i]);
    }
    return slots;
  }

  @Override
  int[] slots() {
    int[] slots = new int[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != free) {
        slots[count++] = i;
      }
    }
    return slots;
  }

  @Override
  Object keyAt(int slot) {
    return Ints.box(keys[slot]);
  }
}
