package ruff.value;

/**
 * A dict of a program: one map from texts to values, in which an int key is the same key as its
 * decimal text.
 *
 * <p>It is int-keyed while every key was put in as an int, and string-keyed for good as soon as a
 * new key comes in as a string; replacing the value of a present key changes nothing about that.
 * The kind decides the order in which a program sees the entries: ascending by number, or ascending
 * by code points.
 *
 * <p>Methods that write do so in place: the caller owns this dict. A key that is missing is
 * answered with Java null. A slot, as found by {@link #find}, stays that of its key, also in a
 * copy, until a key is added or removed.
 */
public final class DictValue extends Container {
  /** The entries when int-keyed, else null. */
  private IntTable numbered;

  /** The entries when string-keyed, else null; both are null before the first entry. */
  private TextTable named;

  /** How many entries are going to come, as far as anyone has said. */
  private int expected;

  public DictValue() {}

  /** A dict that is going to have about that many entries. */
  public static DictValue ofExpectedSize(int entries) {
    DictValue dict = new DictValue();
    dict.expected = entries;
    return dict;
  }

  public int size() {
    DictTable table = table();
    return table == null ? 0 : table.size;
  }

  /** Whether every key came in as an int; false for a dict that never had an entry. */
  public boolean isIntKeyed() {
    return numbered != null;
  }

  /** Whether a value can be the key of an entry. */
  public static boolean isKey(Object value) {
    return value instanceof String || value instanceof Long || value instanceof TextBuffer;
  }

  /** The slot of a key, or -1. */
  public int find(long key) {
    IntTable table = numbered;
    return table != null ? table.find(key) : findByText(key);
  }

  private int findByText(long key) {
    return named == null ? -1 : named.find(Ints.text(key));
  }

  /** The slot of a key, or -1. */
  public int find(String key) {
    TextTable table = named;
    return table != null ? table.find(key) : findByNumber(key);
  }

  private int findByNumber(String key) {
    Long number = numbered == null ? null : Ints.parse(key);
    return number == null ? -1 : numbered.find(number);
  }

  /** The slot of a key of any kind, or -1; also for a value that cannot be a key. */
  public int findKey(Object key) {
    if (key instanceof String text) {
      return find(text);
    }
    if (key instanceof Long number) {
      return find(number.longValue());
    }
    return key instanceof TextBuffer buffer ? find(buffer.toString()) : -1;
  }

  /** The value in a slot, borrowed. */
  public Object valueAt(int slot) {
    return table().valueAt(slot);
  }

  /** Replaces the value in a slot. */
  public void setAt(int slot, Object value) {
    table().setAt(slot, value);
  }

  /** Whether the values are ints held without boxes: {@link #intAt} may be used. */
  public boolean hasInts() {
    DictTable table = table();
    return table != null && table.ints != null;
  }

  /** The int in a slot of a dict that {@link #hasInts}. */
  public long intAt(int slot) {
    return table().ints[slot];
  }

  /** Replaces the value in a slot by an int. */
  public void setIntAt(int slot, long value) {
    table().setIntAt(slot, value);
  }

  /** The value, borrowed, or null. */
  public Object get(long key) {
    IntTable table = numbered;
    return table != null ? table.get(key) : atOrNull(findByText(key));
  }

  /** The value, borrowed, or null. */
  public Object get(String key) {
    TextTable table = named;
    return table != null ? table.get(key) : atOrNull(findByNumber(key));
  }

  /** The value, borrowed, or null; also for a value that cannot be a key. */
  public Object getKey(Object key) {
    return atOrNull(findKey(key));
  }

  private Object atOrNull(int slot) {
    return slot < 0 ? null : valueAt(slot);
  }

  public boolean contains(long key) {
    return find(key) >= 0;
  }

  public boolean contains(String key) {
    return find(key) >= 0;
  }

  public boolean containsKey(Object key) {
    return findKey(key) >= 0;
  }

  public void put(long key, Object value) {
    IntTable table = numbered;
    if (table != null) {
      table.put(key, value);
    } else {
      putElsewhere(key, value);
    }
  }

  private void putElsewhere(long key, Object value) {
    if (named != null) {
      named.put(Ints.text(key), value);
    } else {
      numbered = new IntTable(expected);
      numbered.put(key, value);
    }
  }

  public void put(String key, Object value) {
    TextTable table = named;
    if (table != null) {
      table.put(key, value);
    } else {
      putIntoNumbered(key, value);
    }
  }

  private void putIntoNumbered(String key, Object value) {
    int slot = findByNumber(key);
    if (slot >= 0) {
      numbered.setAt(slot, value);
    } else {
      turnNamed();
      named.add(key, value);
    }
  }

  /** {@link #put(long, Object)} without a box. */
  public void putInt(long key, long value) {
    IntTable table = numbered;
    if (table != null) {
      table.putInt(key, value);
    } else {
      put(key, Ints.box(value));
    }
  }

  /** {@link #put(String, Object)} without a box. */
  public void putInt(String key, long value) {
    TextTable table = named;
    if (table != null) {
      table.putInt(key, value);
    } else {
      put(key, Ints.box(value));
    }
  }

  /** Puts in an entry with a key for which {@link #isKey} holds. */
  public void putKey(Object key, Object value) {
    if (key instanceof String text) {
      put(text, value);
    } else if (key instanceof Long number) {
      put(number.longValue(), value);
    } else {
      put(key.toString(), value);
    }
  }

  /** Takes an entry out; the value, or null when there was none. */
  public Object remove(long key) {
    return removeSlot(find(key));
  }

  /** Takes an entry out; the value, or null when there was none. */
  public Object remove(String key) {
    return removeSlot(find(key));
  }

  /** Takes an entry out; the value, or null when there was none. */
  public Object removeKey(Object key) {
    return removeSlot(findKey(key));
  }

  private Object removeSlot(int slot) {
    return slot < 0 ? null : table().removeAt(slot);
  }

  /** Puts in all entries of a dict, which may be this one, in their kind; containers get shared. */
  public void putAll(DictValue other) {
    if (other.size() == 0 || other == this) {
      return;
    }
    if (table() == null) {
      adopt(other);
    } else if (other.numbered != null) {
      IntTable from = other.numbered;
      for (int slot : from.slotsInOrder()) {
        put((Long) from.keyAt(slot), shared(from.valueAt(slot)));
      }
    } else {
      TextTable from = other.named;
      for (int slot : from.slots()) {
        put(from.keyAt(slot), shared(from.valueAt(slot)));
      }
    }
  }

  public void clear() {
    numbered = null;
    named = null;
    expected = 0;
  }

  @Override
  public DictValue copy() {
    DictValue copy = new DictValue();
    copy.nesting = nesting;
    copy.adopt(this);
    return copy;
  }

  /** The keys in the order in which a program sees them. */
  public String[] sortedKeys() {
    if (named != null) {
      return named.sortedKeys();
    }
    return numbered == null ? new String[0] : texts(numbered.sortedKeys());
  }

  /** {@link #sortedKeys} as an array of a program. */
  public ArrayValue keyArray() {
    String[] keys = sortedKeys();
    return ArrayValue.ofObjects(keys, keys.length);
  }

  /** The keys in the order of {@link #sortedKeys}: Longs when int-keyed, else Strings. */
  public Object[] sortedKeysRaw() {
    if (named != null || numbered == null) {
      return sortedKeys();
    }
    return Storage.boxed(numbered.sortedKeys(), 0, numbered.size, numbered.size);
  }

  /** The keys in the order in which they came in; ascending by number when int-keyed. */
  public String[] insertionKeys() {
    return named != null ? named.insertionKeys() : sortedKeys();
  }

  /** The slots in the order of {@link #sortedKeys}. */
  public int[] sortedSlots() {
    DictTable table = table();
    return table == null ? new int[0] : table.slotsInOrder();
  }

  /** The slots in no particular order. */
  int[] slots() {
    DictTable table = table();
    return table == null ? new int[0] : table.slots();
  }

  /** The key of a slot: a Long when int-keyed, else a String. */
  Object rawKeyAt(int slot) {
    return table().keyAt(slot);
  }

  /** The key of a slot. */
  public String keyAt(int slot) {
    return named != null ? named.keyAt(slot) : Ints.text((Long) numbered.keyAt(slot));
  }

  private DictTable table() {
    IntTable table = numbered;
    return table != null ? table : named;
  }

  private void adopt(DictValue other) {
    numbered = other.numbered == null ? null : other.numbered.copy();
    named = other.named == null ? null : other.named.copy();
  }

  /** Becomes string-keyed; the entries so far come in ascending order. */
  private void turnNamed() {
    TextTable table = new TextTable(Math.max(size(), expected));
    if (numbered != null) {
      for (int slot : numbered.slotsInOrder()) {
        table.add(Ints.text((Long) numbered.keyAt(slot)), numbered.valueAt(slot));
      }
    }
    named = table;
    numbered = null;
  }

  private static String[] texts(long[] numbers) {
    String[] texts = new String[numbers.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Ints.text(numbers[i]);
    }
    return texts;
  }
}
