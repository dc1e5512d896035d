package ruff.value;

import java.lang.invoke.VarHandle;

/**
 * An array of a program.
 *
 * <p>Elements lie in one of four kinds of storage: {@code long[]} while all are ints, {@code
 * double[]} while all are floats, {@code boolean[]} while all are bools, else {@code Object[]}.
 * Storing a value of another kind changes the storage in place; it never changes back, but an array
 * that has become empty takes the kind of its next element. No element of {@code Object[]} storage
 * below the size is Java null.
 *
 * <p>An array made by {@link #forTexts} packs its elements when they have become many, and unpacks
 * all of them for good as soon as one is looked at or something else is stored.
 *
 * <p>Methods that write do so in place: the caller owns this array. Indexes are not negative and
 * below the size unless said otherwise; the caller has checked.
 */
public final class ArrayValue extends Container {
  /** The storage; its length is the capacity. */
  public Object data;

  /** The number of elements. */
  public int size;

  /** So many elements are not packed yet: to put them together as they are takes less time. */
  private static final int FEW = 100;

  /** How many binary digits the size had when the storage was last cut to it. */
  private byte cutAt;

  /** Whether texts may be packed. */
  private boolean packs;

  public ArrayValue() {
    this(Storage.NONE, 0);
  }

  private ArrayValue(Object data, int size) {
    this.data = data;
    this.size = size;
  }

  /** An array for short texts that will be put together and hardly looked at. */
  public static ArrayValue forTexts() {
    ArrayValue array = new ArrayValue();
    array.packs = true;
    return array;
  }

  /** An array of ints that keeps {@code data} as its storage. */
  public static ArrayValue ofInts(long[] data, int size) {
    return new ArrayValue(data, size);
  }

  /** An array of floats that keeps {@code data} as its storage. */
  public static ArrayValue ofFloats(double[] data, int size) {
    return new ArrayValue(data, size);
  }

  /** An array of bools that keeps {@code data} as its storage. */
  public static ArrayValue ofBooleans(boolean[] data, int size) {
    return new ArrayValue(data, size);
  }

  /**
   * An array that keeps {@code data} as its storage, whatever is in it. Only an array made for
   * narrower elements, such as {@code String[]}, is copied: not every value could be stored in it.
   */
  public static ArrayValue ofObjects(Object[] data, int size) {
    return new ArrayValue(
        data.getClass() == Object[].class ? data : Storage.boxed(data, 0, size, size), size);
  }

  /** An array of these values, each given away by the caller. */
  public static ArrayValue of(Object... values) {
    return ofOwned(values, 0, values.length);
  }

  /** An array of {@code count} values from {@code from} on, each given away by the caller. */
  public static ArrayValue ofOwned(Object[] values, int from, int count) {
    if (count == 0) {
      return new ArrayValue();
    }
    ArrayValue array = new ArrayValue(Storage.tightest(values, from, count), count);
    if (array.data instanceof Object[] objects) {
      array.nesting = 1 + Nesting.deepest(objects, count);
    }
    return array;
  }

  /** The element, borrowed. */
  public Object get(int index) {
    Object elements = data;
    if (elements instanceof long[] ints) {
      return Ints.box(ints[index]);
    }
    return elements instanceof Object[] objects ? objects[index] : Storage.get(unpacked(), index);
  }

  public void set(int index, Object value) {
    Object elements = data;
    if (elements instanceof long[] ints && value instanceof Long number) {
      ints[index] = number;
    } else if (elements instanceof Object[] objects) {
      objects[index] = value;
    } else {
      setChecked(index, value);
    }
  }

  private void setChecked(int index, Object value) {
    if (!Storage.accepts(unpacked(), value)) {
      generalise();
    }
    Storage.set(data, index, value);
  }

  /** {@link #set} without a box. */
  public void setInt(int index, long value) {
    if (data instanceof long[] ints) {
      ints[index] = value;
    } else {
      setChecked(index, Ints.box(value));
    }
  }

  /** {@link #set} without looking at the kind of the value. */
  public void setBool(int index, boolean value) {
    if (data instanceof boolean[] bools) {
      bools[index] = value;
    } else {
      setChecked(index, value);
    }
  }

  /** {@link #set} without a box. */
  public void setFloat(int index, double value) {
    if (data instanceof double[] floats) {
      floats[index] = value;
    } else {
      setChecked(index, value);
    }
  }

  /** Appends in constant time, amortised. */
  public void add(Object value) {
    Object elements = data;
    int end = size;
    if (elements instanceof Object[] objects && end < objects.length && end > 0) {
      objects[end] = value;
      size = end + 1;
    } else if (value instanceof Long number) {
      addInt(number);
    } else {
      addOther(value);
    }
  }

  private void addOther(Object value) {
    if (value instanceof Double number) {
      addFloat(number);
    } else if (!packs || !(value instanceof String text) || !addPacked(text)) {
      addChecked(value);
    }
  }

  private boolean addPacked(String text) {
    if (data instanceof Object[] objects && size >= FEW && size == objects.length) {
      PackedTexts texts = PackedTexts.of(objects);
      packs = texts != null;
      data = packs ? texts : data;
    }
    if (data instanceof PackedTexts texts && texts.add(text)) {
      size++;
      return true;
    }
    return false;
  }

  /** {@link #add} without a box. */
  public void addInt(long value) {
    int end = size;
    if (data instanceof long[] ints && end < ints.length) {
      ints[end] = value;
      size = end + 1;
    } else {
      addChecked(Ints.box(value));
    }
  }

  /** {@link #add} without a box. */
  public void addFloat(double value) {
    int end = size;
    if (data instanceof double[] floats && end < floats.length) {
      floats[end] = value;
      size = end + 1;
    } else {
      addChecked(value);
    }
  }

  private void addChecked(Object value) {
    makeRoom(value, size + 1);
    Storage.set(data, size++, value);
  }

  /** Takes the last element out; the array is not empty. */
  public Object removeLast() {
    Object elements = unpacked();
    int last = --size;
    if (elements instanceof Object[] objects) {
      Object value = objects[last];
      objects[last] = null;
      return value;
    }
    return Storage.get(elements, last);
  }

  /** Puts a value before the element at {@code index}, which may be the size. */
  public void insert(int index, Object value) {
    makeRoom(value, size + 1);
    System.arraycopy(data, index, data, index + 1, size - index);
    Storage.set(data, index, value);
    size++;
  }

  /** Takes an element out; those behind it move up. */
  public Object removeAt(int index) {
    Object value = get(index);
    System.arraycopy(data, index + 1, data, index, size - index - 1);
    size--;
    if (data instanceof Object[] objects) {
      objects[size] = null;
    }
    return value;
  }

  /** Appends all elements of an array, which may be this one; containers in it get shared. */
  public void addAll(ArrayValue other) {
    int count = other.size;
    if (count == 0) {
      return;
    }
    unpacked();
    Object source = other.unpacked();
    if (source instanceof Object[] objects) {
      shareAll(objects, 0, count);
    }
    if (size == 0 && data.getClass() != source.getClass()) {
      data = Storage.like(source, Math.max(count, Storage.capacity(data)));
    }
    ensureCapacity(size + count);
    if (data.getClass() != source.getClass()) {
      generalise();
      source = Storage.boxed(source, 0, count, count);
    }
    System.arraycopy(source, 0, data, size, count);
    size += count;
  }

  /** Makes room for that many elements in all. */
  public void ensureCapacity(int capacity) {
    int present = Storage.capacity(unpacked());
    if (capacity > present || capacity < 0) {
      data = Storage.copy(data, 0, size, Storage.grown(present, capacity));
    }
  }

  /**
   * Cuts the storage to the size, at most once while the size has that many binary digits: so all
   * the copying takes constant time for each element that was ever appended.
   *
   * @return whether the storage has the size now
   */
  public boolean cutStorage() {
    if (Storage.capacity(unpacked()) == size) {
      return true;
    }
    int digits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    if (digits <= cutAt) {
      return false;
    }
    cutAt = (byte) digits;
    Object cut = Storage.copy(data, 0, size, size);
    // Other threads may read an array that several hold.
    VarHandle.releaseFence();
    data = cut;
    return true;
  }

  /** A new array of the elements from {@code from} up to {@code to}, exclusive. */
  public ArrayValue slice(int from, int to) {
    return part(from, to - from, to - from);
  }

  /** With a little room, since a copy is made for a write, and that may be an append. */
  @Override
  public ArrayValue copy() {
    if (data instanceof PackedTexts texts) {
      ArrayValue copy = new ArrayValue(texts.copy(), size);
      copy.packs = true;
      return copy;
    }
    int roomy = size + (size >> 4) + 4;
    return part(0, size, Math.max(size, roomy));
  }

  private ArrayValue part(int from, int count, int capacity) {
    if (unpacked() instanceof Object[] objects) {
      shareAll(objects, from, from + count);
    }
    ArrayValue part = new ArrayValue(Storage.copy(data, from, count, capacity), count);
    part.nesting = nesting;
    return part;
  }

  /** A new array of this one's elements and those of another. */
  public ArrayValue concat(ArrayValue other) {
    if (unpacked() instanceof Object[] objects) {
      shareAll(objects, 0, size);
    }
    int capacity = Math.max(size + other.size, size);
    ArrayValue result = new ArrayValue(Storage.copy(data, 0, size, capacity), size);
    result.addAll(other);
    result.nesting = Math.max(nesting, other.nesting);
    return result;
  }

  /** A new array with the elements in opposite order. */
  public ArrayValue reversed() {
    ArrayValue result = copy();
    Object elements = result.unpacked();
    for (int low = 0, high = size - 1; low < high; low++, high--) {
      Object value = Storage.get(elements, low);
      Storage.set(elements, low, Storage.get(elements, high));
      Storage.set(elements, high, value);
    }
    return result;
  }

  /** The elements boxed, in a new array of exactly the size, each borrowed. */
  public Object[] toObjects() {
    return Storage.boxed(unpacked(), 0, size, size);
  }

  /** The storage, with packed texts made objects. */
  public Object unpacked() {
    if (!(data instanceof PackedTexts texts)) {
      return data;
    }
    Object[] objects = texts.texts(size);
    // Other threads may read an array that several hold.
    VarHandle.releaseFence();
    packs = false;
    data = objects;
    return objects;
  }

  /** The elements with a separator between them, if they are packed and that can be done so. */
  public String joinedTexts(String separator) {
    return data instanceof PackedTexts texts ? texts.joined(size, separator) : null;
  }

  public boolean isInts() {
    return data instanceof long[];
  }

  public boolean isFloats() {
    return data instanceof double[];
  }

  private void makeRoom(Object value, int needed) {
    unpacked();
    if (size == 0 && (data == Storage.NONE || !Storage.accepts(data, value) || isUntyped(value))) {
      data = Storage.startingWith(value, Math.max(needed, Storage.capacity(data)));
      return;
    }
    if (!Storage.accepts(data, value)) {
      generalise();
    }
    ensureCapacity(needed);
  }

  /** Whether the storage is general though the value has a tighter kind. */
  private boolean isUntyped(Object value) {
    return data instanceof Object[]
        && (value instanceof Long || value instanceof Double || value instanceof Boolean);
  }

  private void generalise() {
    if (!(data instanceof Object[])) {
      data = Storage.boxed(data, 0, size, Storage.capacity(data));
    }
  }

  private static void shareAll(Object[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      share(values[i]);
    }
  }
}
