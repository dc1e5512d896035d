package ruff.jit.emit;

import java.util.Objects;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.NullValue;
import ruff.value.Shape;
import ruff.value.StructValue;
import ruff.value.Text;
import ruff.value.TextBuffer;

/**
 * Reads and writes of parts, each together with the guesses that it is made for: what kind of
 * storage an array has, that an index lies in it, which shape a struct has. Where a guess is wrong,
 * an exception of Java tells, before anything has changed; compiled code takes it for an exit. The
 * methods are small, so that HotSpot puts them into their callers.
 */
final class Access {
  private Access() {}

  // Elements

  static long getInt(Object array, int index) {
    ArrayValue elements = (ArrayValue) array;
    return ((long[]) elements.data)[Objects.checkIndex(index, elements.size)];
  }

  static long getInt(Object array, long index) {
    ArrayValue elements = (ArrayValue) array;
    return ((long[]) elements.data)[place(index, elements.size)];
  }

  static double getFloat(Object array, int index) {
    ArrayValue elements = (ArrayValue) array;
    return ((double[]) elements.data)[Objects.checkIndex(index, elements.size)];
  }

  static double getFloat(Object array, long index) {
    ArrayValue elements = (ArrayValue) array;
    return ((double[]) elements.data)[place(index, elements.size)];
  }

  static boolean getBool(Object array, int index) {
    ArrayValue elements = (ArrayValue) array;
    return ((boolean[]) elements.data)[Objects.checkIndex(index, elements.size)];
  }

  static boolean getBool(Object array, long index) {
    ArrayValue elements = (ArrayValue) array;
    return ((boolean[]) elements.data)[place(index, elements.size)];
  }

  static Object getObject(Object array, int index) {
    ArrayValue elements = (ArrayValue) array;
    return objects(elements)[Objects.checkIndex(index, elements.size)];
  }

  static Object getObject(Object array, long index) {
    ArrayValue elements = (ArrayValue) array;
    return objects(elements)[place(index, elements.size)];
  }

  static void setInt(Object array, int index, long value) {
    ArrayValue elements = unshared(array);
    ((long[]) elements.data)[Objects.checkIndex(index, elements.size)] = value;
  }

  static void setInt(Object array, long index, long value) {
    ArrayValue elements = unshared(array);
    ((long[]) elements.data)[place(index, elements.size)] = value;
  }

  static void setFloat(Object array, int index, double value) {
    ArrayValue elements = unshared(array);
    ((double[]) elements.data)[Objects.checkIndex(index, elements.size)] = value;
  }

  static void setFloat(Object array, long index, double value) {
    ArrayValue elements = unshared(array);
    ((double[]) elements.data)[place(index, elements.size)] = value;
  }

  static void setBool(Object array, int index, boolean value) {
    ArrayValue elements = unshared(array);
    ((boolean[]) elements.data)[Objects.checkIndex(index, elements.size)] = value;
  }

  static void setBool(Object array, long index, boolean value) {
    ArrayValue elements = unshared(array);
    ((boolean[]) elements.data)[place(index, elements.size)] = value;
  }

  static void setObject(Object array, int index, Object value) {
    ArrayValue elements = unshared(array);
    objects(elements)[Objects.checkIndex(index, elements.size)] = value;
  }

  static void setObject(Object array, long index, Object value) {
    ArrayValue elements = unshared(array);
    objects(elements)[place(index, elements.size)] = value;
  }

  private static Object[] objects(ArrayValue elements) {
    return elements.data instanceof Object[] data ? data : (Object[]) elements.unpacked();
  }

  /** An element that has one holder, as the array has. */
  static Object ownElement(Object array, int index) {
    return unshared(unshared(array), index);
  }

  static Object ownElement(Object array, long index) {
    ArrayValue elements = unshared(array);
    return unshared(elements, place(index, elements.size));
  }

  private static Object unshared(ArrayValue elements, int index) {
    Container part = (Container) objects(elements)[Objects.checkIndex(index, elements.size)];
    if (part.shared) {
      throw WrongGuess.INSTANCE;
    }
    return part;
  }

  /** A field's container that has one holder, as the struct has. */
  static Object ownSlot(Object struct, Shape shape, int slot) {
    StructValue fields = shaped(struct, shape);
    Container part = (Container) fields.slot(slot);
    if (fields.shared || part.shared) {
      throw WrongGuess.INSTANCE;
    }
    return part;
  }

  static Object unsharedOrNull(Object value) {
    return isShared(value) ? null : value;
  }

  static boolean isShared(Object value) {
    return value instanceof Container container && container.shared;
  }

  /** The storage of an array of ints; null for all else, as with the others. */
  static long[] dataOfInt(Object array) {
    return array instanceof ArrayValue elements && elements.data instanceof long[] data
        ? data
        : null;
  }

  static double[] dataOfFloat(Object array) {
    return array instanceof ArrayValue elements && elements.data instanceof double[] data
        ? data
        : null;
  }

  static boolean[] dataOfBool(Object array) {
    return array instanceof ArrayValue elements && elements.data instanceof boolean[] data
        ? data
        : null;
  }

  static Object[] dataOfObject(Object array) {
    return array instanceof ArrayValue elements && elements.unpacked() instanceof Object[] data
        ? data
        : null;
  }

  /** The array after its storage was cut to its size; null where that cannot be done. */
  static Object cutOrNull(Object array) {
    try {
      return array instanceof ArrayValue elements && elements.cutStorage() ? array : null;
    } catch (OutOfMemoryError noRoom) {
      return null;
    }
  }

  /** The storages of arrays of ints, cut to their sizes; null where one is not so. */
  static long[][] rowsOfInt(Object[] arrays) {
    long[][] rows = new long[arrays == null ? 0 : arrays.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = dataOfInt(cutOrNull(arrays[i]));
      if (rows[i] == null) {
        return null;
      }
    }
    return rows;
  }

  static double[][] rowsOfFloat(Object[] arrays) {
    double[][] rows = new double[arrays == null ? 0 : arrays.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = dataOfFloat(cutOrNull(arrays[i]));
      if (rows[i] == null) {
        return null;
      }
    }
    return rows;
  }

  static boolean[][] rowsOfBool(Object[] arrays) {
    boolean[][] rows = new boolean[arrays == null ? 0 : arrays.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = dataOfBool(cutOrNull(arrays[i]));
      if (rows[i] == null) {
        return null;
      }
    }
    return rows;
  }

  static int sizeOf(Object array) {
    return array instanceof ArrayValue elements ? Math.max(elements.size, 0) : 0;
  }

  static int place(int index, int size) {
    return Objects.checkIndex(index, size);
  }

  static int place(long index, int size) {
    return (int) Objects.checkIndex(index, (long) size);
  }

  private static ArrayValue unshared(Object array) {
    ArrayValue elements = (ArrayValue) array;
    if (elements.shared) {
      throw WrongGuess.INSTANCE;
    }
    return elements;
  }

  // Characters

  /** The text as a string whose positions are indexes of chars. */
  static String plain(Object text) {
    String string = text instanceof String held ? held : ((TextBuffer) text).toString();
    if (!Text.isPlain(string)) {
      throw WrongGuess.INSTANCE;
    }
    return string;
  }

  /**
   * The char of a plain string.
   *
   * @param index counts from the end when negative
   */
  static int charAt(String plain, long index) {
    int length = plain.length();
    return plain.charAt(place(index < 0 ? index + length : index, length));
  }

  static int charAt(String plain, int index) {
    return plain.charAt(index < 0 ? index + plain.length() : index);
  }

  // Null

  /** Whether a value equals null, unless it is a struct that decides that by a method. */
  static boolean isNull(Object value) {
    if (value instanceof StructValue struct && struct.definition().definesEquality()) {
      throw WrongGuess.INSTANCE;
    }
    return value == NullValue.NULL;
  }

  // Fields

  static Object getSlot(Object struct, Shape shape, int slot) {
    return shaped(struct, shape).slot(slot);
  }

  static void setSlot(Object struct, Shape shape, int slot, Object value) {
    StructValue fields = shaped(struct, shape);
    if (fields.shared) {
      throw WrongGuess.INSTANCE;
    }
    fields.setSlot(slot, value);
  }

  static void expectSame(Object value, Object expected) {
    if (value != expected) {
      throw WrongGuess.INSTANCE;
    }
  }

  /** A struct whose slots hold no containers. */
  static Object struct(Shape shape, Object[] slots) {
    return new StructValue(shape, slots);
  }

  private static StructValue shaped(Object struct, Shape shape) {
    StructValue fields = (StructValue) struct;
    if (fields.shape() != shape) {
      throw WrongGuess.INSTANCE;
    }
    return fields;
  }
}
