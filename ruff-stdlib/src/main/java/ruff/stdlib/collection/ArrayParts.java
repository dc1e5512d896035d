package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.RuffError;

/** Natives that cut arrays and put them together. */
public final class ArrayParts {
  private ArrayParts() {}

  @Native(
      name = "slice",
      family = Family.ARRAY,
      doc =
          "The items from a start up to an end, exclusive; negative positions count from the end"
              + " and too large ones stand for it.",
      returns = "array|bytes",
      arity = Native.COUNTED,
      error = "slice() requires array or bytes and numeric start/end arguments",
      methodOf = {Receiver.ARRAY, Receiver.BYTES},
      example = "slice([1, 2, 3, 4, 5], -3, -1)",
      result = "[3, 4]")
  public static Object slice(
      @Param(type = "array|bytes", ownership = Ownership.BORROWED) Object value,
      @Param(truncates = true, error = "slice() start must be a number") long start,
      @Param(truncates = true, error = "slice() end must be a number") long end) {
    int size = value instanceof ArrayValue array ? array.size : ((BytesValue) value).length();
    int from = position(start, size);
    int to = Math.max(from, position(end, size));
    return value instanceof ArrayValue array
        ? array.slice(from, to)
        : ((BytesValue) value).slice(from, to);
  }

  private static int position(long index, int size) {
    long fromStart = index < 0 ? index + size : index;
    return Math.clamp(fromStart, 0, size);
  }

  @Native(
      name = "concat",
      family = Family.ARRAY,
      doc = "The items of one array followed by those of another.",
      returns = "array",
      arity = Native.COUNTED,
      error = "concat() requires two array arguments",
      methodOf = Receiver.ARRAY,
      example = "concat([1], [2, 3])",
      result = "[1, 2, 3]")
  public static ArrayValue concat(
      @Param(ownership = Ownership.CONSUMED) ArrayValue left,
      @Param(ownership = Ownership.BORROWED) ArrayValue right) {
    if (left.shared) {
      return left.concat(right);
    }
    left.addAll(right);
    return left;
  }

  @Native(
      name = "windows",
      family = Family.HIGHER_ORDER,
      doc =
          "All runs of neighbouring items of a size, overlapping; none when the size is below 1 or"
              + " above the length.",
      returns = "array of array",
      arity = Native.COUNTED,
      error = "windows() requires 2 arguments: array and size",
      errors = "windows() result too large",
      methodOf = Receiver.ARRAY,
      example = "windows([1, 2, 3, 4], 2)",
      result = "[[1, 2], [2, 3], [3, 4]]")
  public static ArrayValue windows(
      @Param(ownership = Ownership.BORROWED) ArrayValue array,
      @Param(truncates = true, error = "windows() size must be a number") long size) {
    if (size <= 0 || size > array.size) {
      return new ArrayValue();
    }
    if ((array.size - size + 1) * size > Integer.MAX_VALUE) {
      throw new RuffError("windows() result too large");
    }
    Object[] windows = new Object[array.size - (int) size + 1];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = array.slice(i, i + (int) size);
    }
    return ArrayValue.ofObjects(windows, windows.length);
  }
}
