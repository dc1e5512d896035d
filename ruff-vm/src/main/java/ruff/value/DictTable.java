package ruff.value;

/**
 * The values of a dict, by slot: unboxed while all are ints, else boxed. What a slot is, and which
 * are in use, the key side below decides.
 */
abstract sealed class DictTable permits IntTable, TextTable {
  /** The values while all are ints, else null; as long as there are slots. */
  long[] ints;

  /** The values when not all are ints, else null. */
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
      generalise();
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
    if (first instanceof Long) {
      ints = new long[slots];
      objects = null;
    } else {
      ints = null;
      objects = new Object[slots];
    }
  }

  private void generalise() {
    objects = Storage.boxed(ints, 0, ints.length, ints.length);
    ints = null;
  }

  /** Copies the values of another table with the same slots; containers get shared. */
  final void copyValues(DictTable from) {
    size = from.size;
    if (from.ints != null) {
      ints = from.ints.clone();
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
