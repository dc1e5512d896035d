package ruff.value;

/**
 * Entries with text keys: a dense row of entries in the order of insertion, found through an {@link
 * HashIndex}. A slot is an entry's place in the row; a removed entry leaves a gap (a null key)
 * until the row is packed.
 */
final class TextTable extends DictTable {
  private static final int FIRST_SLOTS = 5;

  private long[] index;
  private String[] keys;

  /** Entries in the row, gaps included. */
  private int used;

  TextTable(int expected) {
    int slots = Math.max(expected, FIRST_SLOTS);
    index = HashIndex.make(slots);
    keys = new String[slots];
  }

  private TextTable(TextTable from) {
    index = from.index.clone();
    keys = from.keys.clone();
    used = from.used;
    if (from.size > 0) {
      copyValues(from);
    }
  }

  @Override
  TextTable copy() {
    return new TextTable(this);
  }

  /** The slot of a key, or -1. */
  int find(String key) {
    long[] words = index;
    int hash = key.hashCode();
    int mask = words.length - 1;
    int at = HashIndex.home(hash) & mask;
    long word;
    while ((word = words[at]) != 0) {
      if ((int) (word >>> 32) == hash) {
        int slot = (int) word - 1;
        String present = keys[slot];
        if (present == key || present.equals(key)) {
          return slot;
        }
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  Object get(String key) {
    int slot = find(key);
    return slot >= 0 ? valueAt(slot) : null;
  }

  void put(String key, Object value) {
    int slot = find(key);
    if (slot >= 0) {
      setAt(slot, value);
    } else {
      add(key, value);
    }
  }

  void putInt(String key, long value) {
    int slot = find(key);
    if (slot >= 0) {
      setIntAt(slot, value);
    } else {
      add(key, Ints.box(value));
    }
  }

  /** Adds an entry whose key is known to be new. */
  void add(String key, Object value) {
    if (size == 0) {
      startValues(value, keys.length);
    }
    if (used == keys.length) {
      makeRoom();
    }
    keys[used] = key;
    setAt(used, value);
    HashIndex.insert(index, key.hashCode(), used);
    used++;
    size++;
  }

  /** Packs the row when a quarter of it is gaps, else doubles it. */
  private void makeRoom() {
    int slots = size > used - (used >> 2) ? keys.length * 2 : keys.length;
    String[] packed = new String[slots];
    long[] packedInts = ints != null ? new long[slots] : null;
    Object[] packedObjects = ints != null ? null : new Object[slots];
    long[] words = HashIndex.make(slots);
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        packed[count] = keys[i];
        HashIndex.insert(words, keys[i].hashCode(), count);
        if (packedInts != null) {
          packedInts[count] = ints[i];
        } else {
          packedObjects[count] = objects[i];
        }
        count++;
      }
    }
    keys = packed;
    ints = packedInts;
    objects = packedObjects;
    index = words;
    used = count;
  }

  @Override
  Object removeAt(int slot) {
    final Object removed = valueAt(slot);
    HashIndex.remove(index, keys[slot].hashCode(), slot);
    keys[slot] = null;
    if (objects != null) {
      objects[slot] = null;
    }
    size--;
    while (used > 0 && keys[used - 1] == null) {
      used--;
    }
    return removed;
  }

  /** The keys in the order of insertion. */
  String[] insertionKeys() {
    String[] found = new String[size];
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        found[count++] = keys[i];
      }
    }
    return found;
  }

  /** The keys in ascending order of code points. */
  String[] sortedKeys() {
    String[] sorted = insertionKeys();
    Ordering.sortTexts(sorted);
    return sorted;
  }

  @Override
  int[] slotsInOrder() {
    String[] sorted = sortedKeys();
    int[] slots = new int[sorted.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = find(sorted[i]);
    }
    return slots;
  }

  @Override
  String keyAt(int slot) {
    return keys[slot];
  }

  @Override
  int[] slots() {
    int[] slots = new int[size];
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        slots[count++] = i;
      }
    }
    return slots;
  }
}
