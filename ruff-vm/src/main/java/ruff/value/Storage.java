package ruff.value;

/**
 * The element arrays behind {@link ArrayValue}: {@code long[]}, {@code double[]}, {@code boolean[]}
 * or {@code Object[]}, handled without knowing which; packed texts are none of them.
 */
final class Storage {
  static final Object[] NONE = {};

  private static final int FIRST_CAPACITY = 8;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Storage() {}

  static int capacity(Object data) {
    if (data instanceof long[] ints) {
      return ints.length;
    }
    if (data instanceof Object[] objects) {
      return objects.length;
    }
    return data instanceof double[] floats ? floats.length : ((boolean[]) data).length;
  }

  /** Whether a value can be stored without changing the kind of storage. */
  static boolean accepts(Object data, Object value) {
    if (data instanceof long[]) {
      return value instanceof Long;
    }
    if (data instanceof Object[]) {
      return true;
    }
    return data instanceof double[] ? value instanceof Double : value instanceof Boolean;
  }

  /** Empty storage of the kind that suits a first element. */
  static Object startingWith(Object value, int capacity) {
    int length = Math.max(capacity, FIRST_CAPACITY);
    if (value instanceof Long) {
      return new long[length];
    }
    if (value instanceof Double) {
      return new double[length];
    }
    return value instanceof Boolean ? new boolean[length] : new Object[length];
  }

  /** Empty storage of the same kind. */
  static Object like(Object data, int capacity) {
    if (data instanceof long[]) {
      return new long[capacity];
    }
    if (data instanceof Object[]) {
      return capacity == 0 ? NONE : new Object[capacity];
    }
    return data instanceof double[] ? new double[capacity] : new boolean[capacity];
  }

  /** A copy of the elements from one position on, in storage of the given capacity. */
  static Object copy(Object data, int from, int count, int capacity) {
    Object copy = like(data, capacity);
    System.arraycopy(data, from, copy, 0, count);
    return copy;
  }

  /** The capacity to grow to so that a row of appends costs constant time each. */
  static int grown(int capacity, int needed) {
    if (needed < 0 || needed > LARGEST) {
      throw new OutOfMemoryError("array too large");
    }
    long more = capacity < 1 << 16 ? 2L * capacity : capacity + (capacity >> 1);
    return (int) Math.min(LARGEST, Math.max(Math.max(more, needed), FIRST_CAPACITY));
  }

  static Object get(Object data, int index) {
    if (data instanceof long[] ints) {
      return Ints.box(ints[index]);
    }
    if (data instanceof Object[] objects) {
      return objects[index];
    }
    return data instanceof double[] floats ? floats[index] : (Object) ((boolean[]) data)[index];
  }

  /** Stores a value of the right kind. */
  static void set(Object data, int index, Object value) {
    if (data instanceof long[] ints) {
      ints[index] = (Long) value;
    } else if (data instanceof Object[] objects) {
      objects[index] = value;
    } else if (data instanceof double[] floats) {
      floats[index] = (Double) value;
    } else {
      ((boolean[]) data)[index] = (Boolean) value;
    }
  }

  /** The elements boxed, in an array of the given length. */
  static Object[] boxed(Object data, int from, int count, int capacity) {
    Object[] boxed = new Object[capacity];
    if (data instanceof Object[] objects) {
      System.arraycopy(objects, from, boxed, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        boxed[i] = get(data, from + i);
      }
    }
    return boxed;
  }

  /** The tightest storage for these values, in a new array of exactly their number. */
  static Object tightest(Object[] values, int from, int count) {
    Object first = values[from];
    if (first instanceof Long && isAll(Long.class, values, from, count)) {
      return ints(values, from, count);
    }
    if (first instanceof Double && isAll(Double.class, values, from, count)) {
      return floats(values, from, count);
    }
    if (first instanceof Boolean && isAll(Boolean.class, values, from, count)) {
      return booleans(values, from, count);
    }
    Object[] objects = new Object[count];
    System.arraycopy(values, from, objects, 0, count);
    return objects;
  }

  private static boolean isAll(Class<?> kind, Object[] values, int from, int count) {
    for (int i = from + 1; i < from + count; i++) {
      if (values[i].getClass() != kind) {
        return false;
      }
    }
    return true;
  }

  private static long[] ints(Object[] values, int from, int count) {
    long[] ints = new long[count];
    for (int i = 0; i < count; i++) {
      ints[i] = (Long) values[from + i];
    }
    return ints;
  }

  private static double[] floats(Object[] values, int from, int count) {
    double[] floats = new double[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (Double) values[from + i];
    }
    return floats;
  }

  private static boolean[] booleans(Object[] values, int from, int count) {
    boolean[] booleans = new boolean[count];
    for (int i = 0; i < count; i++) {
      booleans[i] = (Boolean) values[from + i];
    }
    return booleans;
  }
}
