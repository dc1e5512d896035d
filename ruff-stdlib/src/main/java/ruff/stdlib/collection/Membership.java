package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.Equality;
import ruff.value.Ints;
import ruff.value.QueueValue;
import ruff.value.RuffError;
import ruff.value.SetValue;
import ruff.value.StackValue;
import ruff.value.Text;

/** Natives that ask containers and texts how much and what is in them. */
public final class Membership {
  private static final String CONTAINS =
      "contains() requires two arguments: string/array and substring/item";
  private static final String INDEX_OF =
      "index_of() requires two arguments: string/array and substring/item";
  private static final String REMOVE =
      "remove() requires an array or dictionary-like value with a valid key/item";

  private Membership() {}

  @Native(
      name = "len",
      family = Family.STRING,
      doc = "The number of characters, items, entries or bytes.",
      returns = "int",
      arity = Native.PLURAL,
      error = "len() requires an array, dict, bytes, set, queue, stack, or string",
      methodOf = {
        Receiver.STRING,
        Receiver.ARRAY,
        Receiver.DICT,
        Receiver.SET,
        Receiver.QUEUE,
        Receiver.STACK,
        Receiver.BYTES
      },
      takesPacked = true,
      example = "len(\"héllo\")",
      result = "5")
  public static long len(
      @Param(
              type = "string|array|dict|bytes|set|queue|stack",
              raw = true,
              ownership = Ownership.BORROWED)
          Object value) {
    return size(value);
  }

  @Native(
      name = "is_empty",
      family = Family.STRING,
      doc = "Whether a text or container has nothing in it.",
      returns = "bool",
      error = "is_empty() requires a string argument",
      methodOf = {
        Receiver.STRING,
        Receiver.ARRAY,
        Receiver.DICT,
        Receiver.SET,
        Receiver.QUEUE,
        Receiver.STACK,
        Receiver.BYTES
      },
      example = "is_empty(\"\")",
      result = "true")
  public static boolean isEmpty(
      @Param(
              type = "string|array|dict|bytes|set|queue|stack",
              raw = true,
              ownership = Ownership.BORROWED)
          Object value) {
    return value instanceof CharSequence text ? text.isEmpty() : size(value) == 0;
  }

  private static int size(Object value) {
    if (value instanceof ArrayValue array) {
      return array.size;
    }
    if (value instanceof CharSequence) {
      return Text.length(value);
    }
    if (value instanceof DictValue dict) {
      return dict.size();
    }
    if (value instanceof SetValue set) {
      return set.size();
    }
    if (value instanceof QueueValue queue) {
      return queue.size();
    }
    return value instanceof StackValue stack ? stack.size() : ((BytesValue) value).length();
  }

  @Native(
      name = "contains",
      family = Family.STRING,
      doc = "Whether a text has a part (answered as 1 or 0), an array an item, a dict a key.",
      signatures = {
        "contains(value: string, needle: string)",
        "contains(value: array, item: any)",
        "contains(value: dict, key: string|int)"
      },
      returns = "int for a string, else bool",
      arity = Native.PLURAL,
      errors = CONTAINS,
      methodOf = {Receiver.STRING, Receiver.ARRAY, Receiver.DICT},
      example = "contains(\"hello\", \"ell\")",
      result = "1")
  public static Object contains(
      @Param(
              type = "string|array|dict",
              error = "contains() first argument must be a string, array, or dictionary",
              ownership = Ownership.BORROWED)
          Object value,
      @Param(ownership = Ownership.BORROWED) Object needle) {
    if (value instanceof ArrayValue array) {
      return indexIn(array, needle) >= 0 ? Boolean.TRUE : Boolean.FALSE;
    }
    if (value instanceof DictValue dict && DictValue.isKey(needle)) {
      return dict.containsKey(needle) ? Boolean.TRUE : Boolean.FALSE;
    }
    if (value instanceof String text && needle instanceof String part) {
      return Ints.box(text.contains(part) ? 1 : 0);
    }
    throw new RuffError(CONTAINS);
  }

  @Native(
      name = "index_of",
      family = Family.STRING,
      doc = "The position of the first occurrence of a part or item, -1 when there is none.",
      signatures = {"index_of(value: string, needle: string)", "index_of(value: array, item: any)"},
      returns = "int",
      arity = Native.PLURAL,
      errors = INDEX_OF,
      methodOf = {Receiver.STRING, Receiver.ARRAY},
      example = "index_of(\"héllo\", \"l\")",
      result = "2")
  public static long indexOf(
      @Param(
              type = "string|array",
              error = "index_of() first argument must be a string or array",
              ownership = Ownership.BORROWED)
          Object value,
      @Param(ownership = Ownership.BORROWED) Object needle) {
    if (value instanceof ArrayValue array) {
      return indexIn(array, needle);
    }
    if (needle instanceof String part) {
      return Text.indexOf(value, part);
    }
    throw new RuffError(INDEX_OF);
  }

  private static int indexIn(ArrayValue array, Object item) {
    if (array.data instanceof long[] ints && item instanceof Long wanted) {
      return indexIn(ints, array.size, wanted);
    }
    for (int i = 0; i < array.size; i++) {
      if (Equality.equal(array.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  private static int indexIn(long[] ints, int size, long wanted) {
    for (int i = 0; i < size; i++) {
      if (ints[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  @Native(
      name = "remove",
      family = Family.ARRAY,
      doc =
          "The array without the first item that equals a value; for a dict, the dict without a key"
              + " and the value it had, or 0.",
      signatures = {"remove(array: array, item: any)", "remove(dict: dict, key: string|int)"},
      returns = "array, or array [rest, value] for a dict",
      arity = Native.COUNTED,
      error = REMOVE,
      methodOf = {Receiver.ARRAY, Receiver.DICT},
      example = "remove([1, 2, 1], 1)",
      result = "[2, 1]")
  public static ArrayValue remove(
      @Param(type = "array|dict", ownership = Ownership.CONSUMED) Object container,
      @Param(ownership = Ownership.BORROWED) Object item) {
    if (container instanceof DictValue dict) {
      return removeKey(dict, item);
    }
    ArrayValue array = (ArrayValue) container;
    int index = indexIn(array, item);
    if (index < 0) {
      return array;
    }
    ArrayValue rest = (ArrayValue) array.owned();
    rest.removeAt(index);
    return rest;
  }

  private static ArrayValue removeKey(DictValue dict, Object key) {
    if (!DictValue.isKey(key)) {
      throw new RuffError(REMOVE);
    }
    if (!dict.containsKey(key)) {
      return ArrayValue.of(dict, Ints.box(0));
    }
    DictValue rest = (DictValue) dict.owned();
    Object value = rest.removeKey(key);
    return ArrayValue.of(rest, value);
  }
}
