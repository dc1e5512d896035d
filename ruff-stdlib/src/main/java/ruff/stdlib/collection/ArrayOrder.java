package ruff.stdlib.collection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.Ints;
import ruff.value.Ordering;
import ruff.value.RuffError;

/** Natives that order, reduce and compare the items of an array. */
public final class ArrayOrder {
  private ArrayOrder() {}

  @Native(
      name = "sort",
      family = Family.HIGHER_ORDER,
      doc =
          "The items in ascending order, equal ones as they were: null, false, true, numbers (NaN"
              + " last), strings by code point, arrays item by item, then all others.",
      returns = "array",
      arity = Native.COUNTED,
      error = "sort requires an array argument",
      methodOf = Receiver.ARRAY,
      example = "sort([2.5, 1, 3])",
      result = "[1, 2.5, 3]")
  public static ArrayValue sort(@Param(ownership = Ownership.CONSUMED) ArrayValue array) {
    if (!array.shared && array.data instanceof long[] ints) {
      Arrays.sort(ints, 0, array.size);
      return array;
    }
    return Ordering.sort(array);
  }

  @Native(
      name = "reverse",
      family = Family.HIGHER_ORDER,
      doc = "The items in opposite order.",
      returns = "array",
      arity = Native.COUNTED,
      error = "reverse requires an array argument",
      methodOf = Receiver.ARRAY,
      example = "reverse([1, 2, 3])",
      result = "[3, 2, 1]")
  public static ArrayValue reverse(@Param(ownership = Ownership.CONSUMED) ArrayValue array) {
    if (array.shared || !(array.data instanceof Object[] || array.data instanceof long[])) {
      return array.reversed();
    }
    int high = array.size - 1;
    if (array.data instanceof long[] ints) {
      for (int low = 0; low < high; low++, high--) {
        long value = ints[low];
        ints[low] = ints[high];
        ints[high] = value;
      }
    } else if (array.data instanceof Object[] objects) {
      for (int low = 0; low < high; low++, high--) {
        Object value = objects[low];
        objects[low] = objects[high];
        objects[high] = value;
      }
    }
    return array;
  }

  @Native(
      name = "unique",
      family = Family.HIGHER_ORDER,
      doc = "The items without repetitions, first occurrences kept; 1, 1.0 and \"1\" differ.",
      returns = "array",
      arity = Native.COUNTED,
      error = "unique requires an array argument",
      methodOf = Receiver.ARRAY,
      example = "unique([1, 2, 1, \"1\"])",
      result = "[1, 2, 1]")
  public static ArrayValue unique(@Param(ownership = Ownership.BORROWED) ArrayValue array) {
    Set<Object> seen = new HashSet<>();
    ArrayValue result = new ArrayValue();
    for (int i = 0; i < array.size; i++) {
      Object item = array.get(i);
      if (seen.add(ExactKey.of(item))) {
        result.add(Container.shared(item));
      }
    }
    return result;
  }

  @Native(
      name = "sum",
      family = Family.HIGHER_ORDER,
      doc =
          "The sum of the numbers in an array, a float as soon as one of them is; other items are"
              + " skipped.",
      returns = "int|float",
      arity = Native.COUNTED,
      error = "sum requires an array argument",
      errors = "Integer overflow: A + B",
      methodOf = Receiver.ARRAY,
      example = "sum([1, 2.5])",
      result = "3.5")
  public static Object sum(@Param(ownership = Ownership.BORROWED) ArrayValue array) {
    if (array.data instanceof long[] ints) {
      return Ints.box(sumOfInts(ints, array.size));
    }
    if (array.data instanceof double[] floats && array.size > 0) {
      return sumFrom(0.0, floats, array.size);
    }
    return array.data instanceof Object[] items ? sumOfMixed(items, array.size) : Ints.box(0);
  }

  private static long sumOfInts(long[] ints, int size) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum = add(sum, ints[i]);
    }
    return sum;
  }

  private static double sumFrom(double start, double[] floats, int size) {
    double sum = start;
    for (int i = 0; i < size; i++) {
      sum += floats[i];
    }
    return sum;
  }

  private static Object sumOfMixed(Object[] items, int size) {
    long whole = 0;
    int i = 0;
    while (i < size && !(items[i] instanceof Double)) {
      if (items[i] instanceof Long number) {
        whole = add(whole, number);
      }
      i++;
    }
    if (i == size) {
      return Ints.box(whole);
    }
    double sum = whole;
    for (; i < size; i++) {
      if (items[i] instanceof Double number) {
        sum += number;
      } else if (items[i] instanceof Long number) {
        sum += number;
      }
    }
    return sum;
  }

  private static long add(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw new RuffError("Integer overflow: " + left + " + " + right);
    }
    return sum;
  }
}
