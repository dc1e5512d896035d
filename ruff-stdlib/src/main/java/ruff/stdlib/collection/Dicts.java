package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.NullValue;

/** Natives of dicts. Keys are strings; an int key is the same as its decimal text. */
public final class Dicts {
  private static final String GET_DEFAULT =
      "get_default() requires 3 arguments: dict, key, default_value";

  private Dicts() {}

  @Native(
      name = "dict",
      family = Family.DICT,
      doc = "An empty dict.",
      returns = "dict",
      arity = "dict() expects 0 arguments",
      example = "dict()",
      result = "{}")
  public static DictValue dict() {
    return new DictValue();
  }

  @Native(
      name = "keys",
      family = Family.DICT,
      doc = "The keys in ascending order.",
      returns = "array of string",
      tooFew = Native.COUNTED,
      methodOf = Receiver.DICT,
      example = "keys({\"b\": 1, \"a\": 2})",
      result = "[a, b]")
  public static ArrayValue keys(
      @Param(type = "dict", otherwise = "[]", ownership = Ownership.BORROWED) Object dict) {
    return dict instanceof DictValue entries ? entries.keyArray() : new ArrayValue();
  }

  @Native(
      name = "values",
      family = Family.DICT,
      doc = "The values in the order of their keys.",
      returns = "array",
      methodOf = Receiver.DICT,
      example = "values({\"b\": 1, \"a\": 2})",
      result = "[2, 1]")
  public static ArrayValue values(
      @Param(type = "dict", otherwise = "[]", ownership = Ownership.BORROWED) Object dict) {
    if (!(dict instanceof DictValue entries)) {
      return new ArrayValue();
    }
    int[] slots = entries.sortedSlots();
    ArrayValue values = new ArrayValue();
    values.ensureCapacity(slots.length);
    for (int slot : slots) {
      values.add(Container.shared(entries.valueAt(slot)));
    }
    return values;
  }

  @Native(
      name = "items",
      family = Family.DICT,
      doc = "Pairs of key and value in the order of the keys.",
      returns = "array of array [key, value]",
      methodOf = Receiver.DICT,
      example = "items({\"b\": 1, \"a\": 2})",
      result = "[[a, 2], [b, 1]]")
  public static ArrayValue items(
      @Param(type = "dict", otherwise = "[]", ownership = Ownership.BORROWED) Object dict) {
    if (!(dict instanceof DictValue entries)) {
      return new ArrayValue();
    }
    int[] slots = entries.sortedSlots();
    Object[] pairs = new Object[slots.length];
    for (int i = 0; i < slots.length; i++) {
      Object value = Container.shared(entries.valueAt(slots[i]));
      pairs[i] = ArrayValue.of(entries.keyAt(slots[i]), value);
    }
    return ArrayValue.ofObjects(pairs, pairs.length);
  }

  @Native(
      name = "has_key",
      family = Family.DICT,
      doc = "Whether a dict has a key, as 1 or 0.",
      returns = "int",
      methodOf = Receiver.DICT,
      example = "has_key({\"a\": 1}, \"a\")",
      result = "1")
  public static long hasKey(
      @Param(type = "dict", otherwise = "0", ownership = Ownership.BORROWED) Object dict,
      @Param(type = "string|int", otherwise = "0", ownership = Ownership.BORROWED) Object key) {
    return dict instanceof DictValue entries && entries.containsKey(key) ? 1 : 0;
  }

  @Native(
      name = "get",
      family = Family.DICT,
      doc = "The value of a key; when there is none, the default, or null without one.",
      returns = "any",
      methodOf = Receiver.DICT,
      example = "get({\"a\": 1}, \"z\", 9)",
      result = "9")
  public static Object get(
      @Param(type = "dict", otherwise = "null, or the default", ownership = Ownership.BORROWED)
          Object dict,
      @Param(
              type = "string|int",
              otherwise = "null, or the default",
              ownership = Ownership.BORROWED)
          Object key,
      @Param(name = "default", optional = true) Object fallback) {
    Object value = dict instanceof DictValue entries ? entries.getKey(key) : null;
    if (value != null) {
      return Container.shared(value);
    }
    return fallback == null ? NullValue.NULL : fallback;
  }

  @Native(
      name = "get_default",
      family = Family.DICT,
      doc = "The value of a key, or the default when there is none.",
      returns = "any",
      error = GET_DEFAULT,
      methodOf = Receiver.DICT,
      example = "get_default({\"a\": 1}, \"z\", 0)",
      result = "0")
  public static Object getDefault(
      @Param(ownership = Ownership.BORROWED) DictValue dict,
      @Param(type = "string|int", ownership = Ownership.BORROWED) Object key,
      @Param(name = "default") Object fallback) {
    Object value = dict.getKey(key);
    return value == null ? fallback : Container.shared(value);
  }

  @Native(
      name = "merge",
      family = Family.DICT,
      doc = "The entries of two dicts; where both have a key, the right one wins.",
      returns = "dict",
      error = "merge() requires two dict arguments",
      methodOf = Receiver.DICT,
      example = "merge({\"a\": 1, \"b\": 2}, {\"b\": 3})",
      result = "{\"a\": 1, \"b\": 3}")
  public static DictValue merge(
      @Param(ownership = Ownership.CONSUMED) DictValue left,
      @Param(ownership = Ownership.BORROWED) DictValue right) {
    DictValue result = (DictValue) left.owned();
    result.putAll(right);
    return result;
  }

  @Native(
      name = "update",
      family = Family.DICT,
      doc = "The entries of two dicts, like merge.",
      returns = "dict",
      error = "update() requires two dict arguments",
      methodOf = Receiver.DICT,
      example = "update({\"a\": 1}, {\"a\": 2})",
      result = "{\"a\": 2}")
  public static DictValue update(
      @Param(ownership = Ownership.CONSUMED) DictValue left,
      @Param(ownership = Ownership.BORROWED) DictValue right) {
    return merge(left, right);
  }

  @Native(
      name = "invert",
      family = Family.DICT,
      doc =
          "A dict from the texts of the values to their keys; values other than strings, numbers"
              + " and bools are dropped, and of equal ones the last key wins.",
      returns = "dict",
      error = "invert() requires a dict argument",
      methodOf = Receiver.DICT,
      example = "invert({\"a\": 1, \"b\": \"x\"})",
      result = "{\"1\": a, \"x\": b}")
  public static DictValue invert(@Param(ownership = Ownership.BORROWED) DictValue dict) {
    DictValue result = DictValue.ofExpectedSize(dict.size());
    for (int slot : dict.sortedSlots()) {
      Object value = dict.valueAt(slot);
      if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
        result.put(Display.text(value), dict.keyAt(slot));
      }
    }
    return result;
  }
}
