package ruff.value;

import java.util.Arrays;

/**
 * The values of a dict, by slot: unboxed while all are ints, else boxed; few ones may be boxed
 * though all are ints. What a slot is, and which are in use, the key side below decides.
 */
abstract sealed class DictTable permits IntTable, TextTable {
  /** The values while all are ints, else null; as long as there are slots. */
  long[] ints;

  /** The values when they are boxed, else null. */
  Object[] objects;

  /** The number of entries. */
  int size;

  final Object valueAt(int slot) {
    long[] unboxed = ints;
    return unboxed != null ? Ints.box(unboxed[slot]) : objects[slot];
  }

  final void setAt(int slot, Object value) {
    Object[] boxed = objects;
    if (boxed != null) {
      boxed[slot] = value;
    } else if (value instanceof Long number) {
      ints[slot] = number;
    } else {
      boxValues();
      objects[slot] = value;
    }
  }

  final void setIntAt(int slot, long value) {
    long[] unboxed = ints;
    if (unboxed != null) {
      unboxed[slot] = value;
    } else {
      objects[slot] = Ints.box(value);
    }
  }

  /** Makes empty values of the kind that suits the first one. */
  final void startValues(Object first, int slots) {
    ints = first instanceof Long ? new long[slots] : null;
    objects = first instanceof Long ? null : new Object[slots];
  }

  private void boxValues() {
    objects = Storage.boxed(ints, 0, ints.length, ints.length);
    ints = null;
  }

  /**
   * Makes room for more slots, unboxing the values when those in use, a row from 0 on, are ints.
   */
  final void growValues(int count, int slots) {
    if (ints != null) {
      ints = Arrays.copyOf(ints, slots);
      return;
    }
    long[] unboxed = new long[slots];
    for (int i = 0; i < count; i++) {
      if (!(objects[i] instanceof Long number)) {
        objects = Arrays.copyOf(objects, slots);
        return;
      }
      unboxed[i] = number;
    }
    ints = unboxed;
    objects = null;
  }

  final void moveValue(int from, int to) {
    if (ints != null) {
      ints[to] = ints[from];
    } else {
      objects[to] = objects[from];
    }
  }

  /** Lets go of the values in slots that are not in use any more. */
  final void clearValues(int from, int to) {
    if (objects != null) {
      Arrays.fill(objects, from, to, null);
    }
  }

  /** Copies the values of another table with the same slots; containers get shared. */
  final void copyValues(DictTable from) {
    size = from.size;
    if (from.ints != null) {
      ints = from.ints.clone();
      objects = null;
      return;
    }
    objects = from.objects.clone();
    for (Object value : objects) {
      Container.share(value);
    }
  }

  abstract DictTable copy();

  /** Takes an entry out and answers its value. */
  abstract Object removeAt(int slot);

  /** The slots in use, in the order in which a program sees the entries. */
  abstract int[] slotsInOrder();

  /** The slots in use; in the order of insertion where that is known. */
  abstract int[] slots();

  /** The key of a slot in use: a Long or a String. */
  abstract Object keyAt(int slot);
}
