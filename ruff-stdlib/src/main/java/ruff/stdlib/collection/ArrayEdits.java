package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Ints;
import ruff.value.RuffError;

/**
 * Natives that answer a changed array. They change the given one in place when nobody else holds
 * it, so that {@code a := push(a, x)} takes constant time.
 */
public final class ArrayEdits {
  private static final String NOT_ARRAY_FIRST = "{name}() requires an array as the first argument";
  private static final String OUT_OF_BOUNDS = " out of bounds for array of length ";

  private ArrayEdits() {}

  @Native(
      name = "array",
      family = Family.ARRAY,
      doc = "An array of the arguments.",
      returns = "array",
      example = "array(1, \"a\", [2])",
      result = "[1, a, [2]]")
  public static ArrayValue array(Object... items) {
    return ArrayValue.of(items);
  }

  @Native(
      name = "push",
      family = Family.ARRAY,
      doc = "The array with an item added at its end.",
      returns = "array",
      arity = Native.COUNTED,
      error = NOT_ARRAY_FIRST,
      methodOf = Receiver.ARRAY,
      takesPacked = true,
      example = "push([1, 2], 3)",
      result = "[1, 2, 3]")
  public static ArrayValue push(
      @Param(ownership = Ownership.CONSUMED) ArrayValue array, Object item) {
    ArrayValue result = (ArrayValue) array.owned();
    result.add(item);
    return result;
  }

  /** {@link #push(ArrayValue, Object)} for compiled code that has an int without a box. */
  public static ArrayValue push(ArrayValue array, long item) {
    ArrayValue result = (ArrayValue) array.owned();
    result.addInt(item);
    return result;
  }

  /** {@link #push(ArrayValue, Object)} for compiled code that has a float without a box. */
  public static ArrayValue push(ArrayValue array, double item) {
    ArrayValue result = (ArrayValue) array.owned();
    result.addFloat(item);
    return result;
  }

  @Native(
      name = "append",
      family = Family.ARRAY,
      doc = "The array with an item added at its end, like push.",
      returns = "array",
      arity = Native.COUNTED,
      error = NOT_ARRAY_FIRST,
      methodOf = Receiver.ARRAY,
      takesPacked = true,
      example = "append([1, 2], 3)",
      result = "[1, 2, 3]")
  public static ArrayValue append(
      @Param(ownership = Ownership.CONSUMED) ArrayValue array, Object item) {
    return push(array, item);
  }

  @Native(
      name = "pop",
      family = Family.ARRAY,
      doc = "The array without its last item, and that item; 0 as the item of an empty array.",
      returns = "array [rest, item]",
      arity = Native.COUNTED,
      error = "pop() requires an array argument",
      methodOf = Receiver.ARRAY,
      example = "pop([1, 2, 3])",
      result = "[[1, 2], 3]")
  public static ArrayValue pop(@Param(ownership = Ownership.CONSUMED) ArrayValue array) {
    ArrayValue rest = (ArrayValue) array.owned();
    Object item = rest.size == 0 ? Ints.box(0) : rest.removeLast();
    return ArrayValue.of(rest, item);
  }

  @Native(
      name = "insert",
      family = Family.ARRAY,
      doc = "The array with an item put in before an index.",
      returns = "array",
      arity = Native.COUNTED,
      error = "insert() requires 3 arguments: array, index, and item",
      errors = "insert() index I out of bounds for array of length N",
      methodOf = Receiver.ARRAY,
      example = "insert([1, 3], 1, 2)",
      result = "[1, 2, 3]")
  public static ArrayValue insert(
      @Param(ownership = Ownership.CONSUMED) ArrayValue array,
      @Param(truncates = true, error = "insert() index must be a number") long index,
      Object item) {
    if (index < 0 || index > array.size) {
      throw new RuffError("insert() index " + index + OUT_OF_BOUNDS + array.size);
    }
    ArrayValue result = (ArrayValue) array.owned();
    result.insert((int) index, item);
    return result;
  }

  @Native(
      name = "remove_at",
      family = Family.ARRAY,
      doc = "The array without the item at an index, and that item.",
      returns = "array [rest, item]",
      arity = Native.COUNTED,
      error = "remove_at() requires 2 arguments: array and index",
      errors = "remove_at() index I out of bounds for array of length N",
      methodOf = Receiver.ARRAY,
      example = "remove_at([10, 20, 30], 1)",
      result = "[[10, 30], 20]")
  public static ArrayValue removeAt(
      @Param(ownership = Ownership.CONSUMED) ArrayValue array,
      @Param(truncates = true, error = "remove_at() index must be a number") long index) {
    if (index < 0 || index >= array.size) {
      throw new RuffError("remove_at() index " + index + OUT_OF_BOUNDS + array.size);
    }
    ArrayValue rest = (ArrayValue) array.owned();
    Object item = rest.removeAt((int) index);
    return ArrayValue.of(rest, item);
  }

  @Native(
      name = "clear",
      family = Family.ARRAY,
      doc = "An empty array for an array, an empty dict for a dict.",
      returns = "array|dict",
      arity = Native.COUNTED,
      error = "clear() requires an array or dict argument",
      methodOf = {Receiver.ARRAY, Receiver.DICT},
      example = "clear([1, 2])",
      result = "[]")
  public static Object clear(
      @Param(type = "array|dict", ownership = Ownership.BORROWED) Object value) {
    return value instanceof ArrayValue ? new ArrayValue() : new DictValue();
  }
}
