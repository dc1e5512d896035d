package ruff.stdlib.sequence;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.Container;
import ruff.value.Ints;
import ruff.value.SequenceValue;
import ruff.value.Truth;

/**
 * Natives that call back for each item. Arrays are walked as they were when the call began; lazy
 * sequences are answered by lazy sequences.
 */
public final class HigherOrder {
  private static final String TWO = "{name} requires two arguments: array and function";
  private static final String ARRAY_AND_FUNCTION = "{name} expects an array and a function";
  private static final String SOURCE = "array|iterator";

  private HigherOrder() {}

  @Native(
      name = "map",
      family = Family.HIGHER_ORDER,
      doc = "The results of a function for each item; lazy for generators and iterators.",
      returns = "array|iterator",
      tooFew = TWO,
      error = ARRAY_AND_FUNCTION,
      methodOf = Receiver.ANY,
      example = "map([1, 2, 3], func(x) { return x * 2 })",
      result = "[2, 4, 6]")
  public static Object map(
      NativeContext context,
      @Param(type = SOURCE) Object array,
      @Param(type = "func(item)") Callable function) {
    if (array instanceof SequenceValue source) {
      return new MapStage(context, source, function);
    }
    ArrayValue items = (ArrayValue) array;
    ArrayValue results = new ArrayValue();
    results.ensureCapacity(items.size);
    for (int i = 0; i < items.size; i++) {
      results.add(context.call(function, items.get(i)));
    }
    return results;
  }

  @Native(
      name = "filter",
      family = Family.HIGHER_ORDER,
      doc = "The items for which a function answers something truthy; lazy for iterators.",
      returns = "array|iterator",
      tooFew = TWO,
      error = ARRAY_AND_FUNCTION,
      methodOf = Receiver.ANY,
      example = "filter([1, 2, 3], func(x) { return x > 1 })",
      result = "[2, 3]")
  public static Object filter(
      NativeContext context,
      @Param(type = SOURCE) Object array,
      @Param(type = "func(item)") Callable function) {
    if (array instanceof SequenceValue source) {
      return new FilterStage(context, source, function);
    }
    ArrayValue items = (ArrayValue) array;
    ArrayValue kept = new ArrayValue();
    for (int i = 0; i < items.size; i++) {
      Object item = items.get(i);
      if (Truth.isTruthy(context.call(function, item))) {
        kept.add(Container.shared(item));
      }
    }
    return kept;
  }

  @Native(
      name = "find",
      family = Family.HIGHER_ORDER,
      doc = "The first item for which a function answers something truthy, 0 when there is none.",
      returns = "any",
      tooFew = TWO,
      error = ARRAY_AND_FUNCTION,
      methodOf = Receiver.ARRAY,
      example = "find([1, 2, 3], func(x) { return x > 1 })",
      result = "2")
  public static Object find(
      NativeContext context, ArrayValue array, @Param(type = "func(item)") Callable function) {
    for (int i = 0; i < array.size; i++) {
      Object item = array.get(i);
      if (Truth.isTruthy(context.call(function, item))) {
        return Container.shared(item);
      }
    }
    return Ints.box(0);
  }

  @Native(
      name = "any",
      family = Family.HIGHER_ORDER,
      doc = "Whether a function answers something truthy for some item; stops at the first.",
      returns = "bool",
      tooFew = TWO,
      error = ARRAY_AND_FUNCTION,
      methodOf = Receiver.ARRAY,
      example = "any([1, 2], func(x) { return x > 1 })",
      result = "true")
  public static boolean any(
      NativeContext context, ArrayValue array, @Param(type = "func(item)") Callable function) {
    for (int i = 0; i < array.size; i++) {
      if (Truth.isTruthy(context.call(function, array.get(i)))) {
        return true;
      }
    }
    return false;
  }

  @Native(
      name = "all",
      family = Family.HIGHER_ORDER,
      doc = "Whether a function answers something truthy for every item; stops at the first other.",
      returns = "bool",
      tooFew = TWO,
      error = ARRAY_AND_FUNCTION,
      methodOf = Receiver.ARRAY,
      example = "all([1, 2], func(x) { return x > 0 })",
      result = "true")
  public static boolean all(
      NativeContext context, ArrayValue array, @Param(type = "func(item)") Callable function) {
    for (int i = 0; i < array.size; i++) {
      if (!Truth.isTruthy(context.call(function, array.get(i)))) {
        return false;
      }
    }
    return true;
  }

  @Native(
      name = "reduce",
      family = Family.HIGHER_ORDER,
      doc =
          "What is left after a function has combined a start value with one item after the other;"
              + " the start value when there is none.",
      returns = "any",
      tooFew = "reduce requires three arguments: array, initial value, and function",
      error = "reduce expects an array, an initial value, and a function",
      methodOf = Receiver.ANY,
      example = "reduce([1, 2, 3], 0, func(a, x) { return a + x })",
      result = "6")
  public static Object reduce(
      NativeContext context,
      @Param(type = SOURCE) Object array,
      Object initial,
      @Param(type = "func(acc, item)") Callable function) {
    Object result = initial;
    if (array instanceof SequenceValue source) {
      Object item;
      while ((item = source.next()) != null) {
        result = context.callMovingFirst(function, result, item);
      }
      return result;
    }
    ArrayValue items = (ArrayValue) array;
    for (int i = 0; i < items.size; i++) {
      result = context.callMovingFirst(function, result, items.get(i));
    }
    return result;
  }
}
