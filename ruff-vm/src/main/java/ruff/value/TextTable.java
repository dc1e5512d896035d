package ruff.value;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Entries with text keys: a dense row of entries in the order of insertion. A slot is an entry's
 * place in the row; a removed entry leaves a gap (a null key) until the row is packed.
 *
 * <p>A key is found by looking through a short row, through a {@link HashIndex} for a longer one,
 * and through a tree when keys collide as only keys made for that purpose do: texts from outside
 * must not be able to make a dict slow.
 */
final class TextTable extends DictTable {
  /** Rows up to here need no index. */
  private static final int SHORT = 8;

  private String[] keys;

  /** Entries in the row, gaps included. */
  private int used;

  /** Places by hash; null for short rows and when there is a tree. */
  private long[] index;

  /** Places by key; null as long as hashes do their work. */
  private TreeMap<String, Integer> tree;

  TextTable(int expected) {
    keys = new String[Math.max(expected, SHORT)];
    objects = new Object[keys.length];
    index = keys.length > SHORT ? HashIndex.make(keys.length) : null;
  }

  private TextTable(TextTable from) {
    keys = from.keys.clone();
    used = from.used;
    index = from.index == null ? null : from.index.clone();
    tree = from.tree == null ? null : new TreeMap<>(from.tree);
    copyValues(from);
  }

  @Override
  TextTable copy() {
    return new TextTable(this);
  }

  /** The slot of a key, or -1. */
  int find(String key) {
    long[] words = index;
    if (words == null) {
      return findWithoutIndex(key);
    }
    int hash = key.hashCode();
    int mask = words.length - 1;
    int at = HashIndex.home(hash, mask);
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

  private int findWithoutIndex(String key) {
    if (tree != null) {
      Integer slot = tree.get(key);
      return slot == null ? -1 : slot;
    }
    String[] row = keys;
    int count = used;
    for (int i = 0; i < count; i++) {
      if (row[i] == key) {
        return i;
      }
    }
    return findEqual(row, count, key);
  }

  private static int findEqual(String[] row, int count, String key) {
    int hash = key.hashCode();
    for (int i = 0; i < count; i++) {
      String present = row[i];
      if (present != null && present.hashCode() == hash && present.equals(key)) {
        return i;
      }
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
    int slot = used;
    if (slot == keys.length) {
      makeRoom();
      slot = used;
    }
    if (size == 0 && keys.length > SHORT) {
      startValues(value, keys.length);
    }
    keys[slot] = key;
    used = slot + 1;
    size++;
    setAt(slot, value);
    if (index != null) {
      if (HashIndex.insert(index, key.hashCode(), slot) > HashIndex.SUSPICIOUS) {
        plantTree();
      }
    } else if (tree != null) {
      tree.put(key, slot);
    }
  }

  /** Packs the row when it has gaps, and doubles it unless a quarter of it were gaps. */
  private void makeRoom() {
    boolean isFull = size > used - (used >> 2);
    boolean hasGaps = size < used;
    if (hasGaps) {
      pack();
    }
    if (isFull) {
      int slots = keys.length * 2;
      keys = Arrays.copyOf(keys, slots);
      growValues(used, slots);
      if (tree == null) {
        index = index == null || hasGaps ? indexed(slots) : HashIndex.grown(index, slots);
      }
    } else if (index != null) {
      index = indexed(keys.length);
    }
  }

  private void pack() {
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        keys[count] = keys[i];
        moveValue(i, count);
        count++;
      }
    }
    Arrays.fill(keys, count, used, null);
    clearValues(count, used);
    used = count;
    if (tree != null) {
      plantTree();
    }
  }

  private long[] indexed(int slots) {
    long[] words = HashIndex.make(slots);
    for (int i = 0; i < used; i++) {
      HashIndex.insert(words, keys[i].hashCode(), i);
    }
    return words;
  }

  private void plantTree() {
    tree = new TreeMap<>();
    index = null;
    for (int i = 0; i < used; i++) {
      if (keys[i] != null) {
        tree.put(keys[i], i);
      }
    }
  }

  @Override
  Object removeAt(int slot) {
    final Object removed = valueAt(slot);
    if (index != null) {
      HashIndex.remove(index, keys[slot].hashCode(), slot);
    } else if (tree != null) {
      tree.remove(keys[slot]);
    }
    keys[slot] = null;
    clearValues(slot, slot + 1);
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
    TextSort.sort(sorted);
    return sorted;
  }

  @Override
  int[] slotsInOrder() {
    if (size <= SHORT) {
      return fewSlotsInOrder();
    }
    String[] sorted = sortedKeys();
    int[] slots = new int[sorted.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = find(sorted[i]);
    }
    return slots;
  }

  private int[] fewSlotsInOrder() {
    int[] slots = slots();
    for (int i = 1; i < slots.length; i++) {
      int slot = slots[i];
      int at = i;
      while (at > 0 && Ordering.compareText(keys[slot], keys[slots[at - 1]]) < 0) {
        slots[at] = slots[at - 1];
        at--;
      }
      slots[at] = slot;
    }
    return slots;
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

  @Override
  String keyAt(int slot) {
    return keys[slot];
  }
}
