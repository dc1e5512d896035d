package ruff.value;

import java.util.TreeMap;

/**
 * A set of a program: elements that differ by {@link Equality}, in the order of insertion, found
 * through a {@link HashIndex}. A removed element leaves a gap (Java null) until the row is packed.
 * Strings whose hashes collide as only strings made for that purpose do are found through a tree.
 *
 * <p>Floats that differ by less than the tolerance of equality, but not at all in the language's
 * eyes, may both be elements. Methods that write do so in place: the caller owns this set.
 */
public final class SetValue extends Container {
  private static final int FIRST_CAPACITY = 5;

  private long[] index = HashIndex.make(FIRST_CAPACITY);
  private Object[] elements = new Object[FIRST_CAPACITY];

  /** Elements in the row, gaps included. */
  private int used;

  private int size;

  /** Places of the elements that are strings; null as long as hashes do their work. */
  private TreeMap<String, Integer> tree;

  public SetValue() {}

  /** A set of the elements of an array; containers in it get shared. */
  public static SetValue of(ArrayValue items) {
    SetValue set = new SetValue();
    for (int i = 0; i < items.size; i++) {
      set.add(shared(items.get(i)));
    }
    return set;
  }

  public int size() {
    return size;
  }

  public boolean contains(Object value) {
    return find(value, Hashing.of(value)) >= 0;
  }

  /** Adds an element; false when an equal one is there, which then stays. */
  public boolean add(Object value) {
    int hash = Hashing.of(value);
    if (find(value, hash) >= 0) {
      return false;
    }
    if (used == elements.length) {
      makeRoom();
    }
    elements[used] = value;
    place(used, hash);
    used++;
    size++;
    return true;
  }

  /** Takes the equal element out; false when there is none. */
  public boolean remove(Object value) {
    int hash = Hashing.of(value);
    int place = find(value, hash);
    if (place < 0) {
      return false;
    }
    if (isInTree(value)) {
      tree.remove(Text.of(value));
    } else {
      HashIndex.remove(index, hash, place);
    }
    elements[place] = null;
    size--;
    while (used > 0 && elements[used - 1] == null) {
      used--;
    }
    return true;
  }

  /** A new array of the elements in order; containers get shared. */
  public ArrayValue toArray() {
    Object[] items = toObjects();
    for (Object item : items) {
      share(item);
    }
    ArrayValue array = ArrayValue.ofOwned(items, 0, size);
    array.nesting = Math.max(array.nesting, nesting);
    return array;
  }

  /** The elements in order in a new array, each borrowed. */
  public Object[] toObjects() {
    Object[] items = new Object[size];
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (elements[i] != null) {
        items[count++] = elements[i];
      }
    }
    return items;
  }

  @Override
  public SetValue copy() {
    SetValue copy = new SetValue();
    copy.index = index.clone();
    copy.elements = elements.clone();
    copy.used = used;
    copy.size = size;
    copy.tree = tree == null ? null : new TreeMap<>(tree);
    copy.nesting = nesting;
    for (int i = 0; i < used; i++) {
      share(elements[i]);
    }
    return copy;
  }

  private int find(Object value, int hash) {
    if (isInTree(value)) {
      Integer place = tree.get(Text.of(value));
      return place == null ? -1 : place;
    }
    int mask = index.length - 1;
    int at = HashIndex.home(hash, mask);
    long word;
    while ((word = index[at]) != 0) {
      if ((int) (word >>> 32) == hash && Equality.equal(elements[(int) word - 1], value)) {
        return (int) word - 1;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  private boolean isInTree(Object value) {
    return tree != null && value instanceof CharSequence;
  }

  /** Makes the element at a place of the row known to the index or the tree. */
  private void place(int place, int hash) {
    if (isInTree(elements[place])) {
      tree.put(Text.of(elements[place]), place);
    } else if (HashIndex.insert(index, hash, place) > HashIndex.SUSPICIOUS && tree == null) {
      tree = new TreeMap<>();
      placeAll(place + 1);
    }
  }

  private void placeAll(int count) {
    index = HashIndex.make(elements.length);
    for (int i = 0; i < count; i++) {
      if (elements[i] != null) {
        place(i, Hashing.of(elements[i]));
      }
    }
  }

  /** Packs the row, into a larger one unless a quarter of it was gaps. */
  private void makeRoom() {
    int capacity = size > used - (used >> 2) ? elements.length * 2 : elements.length;
    Object[] packed = new Object[capacity];
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (elements[i] != null) {
        packed[count++] = elements[i];
      }
    }
    boolean isGrowing = count == used && capacity > elements.length;
    elements = packed;
    used = count;
    if (isGrowing) {
      index = HashIndex.grown(index, capacity);
    } else {
      tree = tree == null ? null : new TreeMap<>();
      placeAll(count);
    }
  }
}
