package ruff.stdlib.assertion;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.DebugForm;
import ruff.value.DictValue;
import ruff.value.Equality;
import ruff.value.RuffError;
import ruff.value.Truth;

/** Natives that answer true or raise. */
public final class Assertions {
  private static final String FAILED = "Assertion failed";

  private Assertions() {}

  @Native(
      name = "assert",
      family = Family.ASSERTION,
      doc = "Raises an error with a message unless a condition is truthy.",
      returns = "bool true",
      tooFew = "assert requires at least 1 argument: condition",
      tooMany = "assert() expects at most 2 arguments: condition, [message]",
      errors = {"the message", FAILED},
      example = "assert(1 < 2, \"order\")",
      result = "true")
  public static boolean isTrue(
      @Param(ownership = Ownership.BORROWED, raw = true) Object condition,
      @Param(
              type = "string",
              otherwise = Param.IGNORED,
              optional = true,
              ownership = Ownership.BORROWED)
          Object message) {
    if (!Truth.isTruthy(condition)) {
      throw new RuffError(message instanceof String text ? text : FAILED);
    }
    return true;
  }

  @Native(
      name = "assert_equal",
      family = Family.ASSERTION,
      doc = "Raises an error unless two values are equal.",
      returns = "bool true",
      arity = "assert_equal requires 2 arguments: actual, expected",
      errors = "Assertion failed: expected V, got V",
      example = "assert_equal([1, 2.0], [1, 2])",
      result = "true")
  public static boolean equal(
      @Param(ownership = Ownership.BORROWED) Object actual,
      @Param(ownership = Ownership.BORROWED) Object expected) {
    if (!Equality.equal(actual, expected)) {
      String wanted = DebugForm.assertion(expected);
      throw new RuffError(
          "Assertion failed: expected " + wanted + ", got " + DebugForm.assertion(actual));
    }
    return true;
  }

  @Native(
      name = "assert_true",
      family = Family.ASSERTION,
      doc = "Raises an error unless a value is true.",
      returns = "bool true",
      arity = "assert_true requires exactly 1 argument",
      error = "assert_true requires a boolean argument",
      errors = "Assertion failed: expected true, got false",
      example = "assert_true(1 == 1)",
      result = "true")
  public static boolean assertTrue(boolean value) {
    if (!value) {
      throw new RuffError("Assertion failed: expected true, got false");
    }
    return true;
  }

  @Native(
      name = "assert_false",
      family = Family.ASSERTION,
      doc = "Raises an error unless a value is false.",
      returns = "bool true",
      arity = "assert_false requires exactly 1 argument",
      error = "assert_false requires a boolean argument",
      errors = "Assertion failed: expected false, got true",
      example = "assert_false(1 == 2)",
      result = "true")
  public static boolean assertFalse(boolean value) {
    if (value) {
      throw new RuffError("Assertion failed: expected false, got true");
    }
    return true;
  }

  @Native(
      name = "assert_contains",
      family = Family.ASSERTION,
      doc = "Raises an error unless an array has an item, a text a part or a dict a key.",
      returns = "bool true",
      arity = "assert_contains requires 2 arguments: collection, item",
      error = "assert_contains requires an array, string, or dict as first argument",
      errors = "Assertion failed: V does not contain V",
      example = "assert_contains([[1], [2]], [2])",
      result = "true")
  public static boolean contains(
      @Param(type = "array|string|dict", ownership = Ownership.BORROWED) Object collection,
      @Param(ownership = Ownership.BORROWED) Object item) {
    if (!isIn(collection, item)) {
      String whole = DebugForm.assertion(collection);
      throw new RuffError(
          "Assertion failed: " + whole + " does not contain " + DebugForm.assertion(item));
    }
    return true;
  }

  private static boolean isIn(Object collection, Object item) {
    if (collection instanceof DictValue dict) {
      return dict.containsKey(item);
    }
    if (collection instanceof String text) {
      return item instanceof String part && text.contains(part);
    }
    ArrayValue array = (ArrayValue) collection;
    for (int i = 0; i < array.size; i++) {
      if (Equality.equal(array.get(i), item)) {
        return true;
      }
    }
    return false;
  }
}
