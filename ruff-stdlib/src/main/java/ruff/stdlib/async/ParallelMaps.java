package ruff.stdlib.async;

import java.util.Set;
import java.util.function.Predicate;
import ruff.natives.Arity;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.NativeFunction;
import ruff.natives.Param;
import ruff.task.Mapping;
import ruff.task.PromiseValue;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;

/** Natives that call a function for each item in parallel, each call on its own copy of things. */
public final class ParallelMaps {
  private static final String ARITY = "{name} expects 2 to 3 arguments, got {got}";
  private static final String ARRAY = "parallel_map() first argument must be an array";
  private static final String FUNCTION =
      "parallel_map() second argument must be a callable function; pass a function, closure, or"
          + " imported callable value instead of a literal";
  private static final String LIMIT =
      "parallel_map() optional concurrency_limit must be an integer";
  private static final String TOO_SMALL = "parallel_map() concurrency_limit must be > 0, got N";
  private static final String NOT_MEASURED =
      "parallel_map(len, ...) expects string/array/dict elements";
  private static final String NO_TEXT = "parallel_map(F, ...) expects string elements";
  private static final String FAILED = "Promise rejected: parallel_map() mapper call failed: WHY";
  private static final Set<String> CASES = Set.of("to_upper", "upper", "to_lower", "lower");

  private ParallelMaps() {}

  @Native(
      name = "parallel_map",
      family = Family.ASYNC,
      doc = "A promise of a function's results for each item; the calls run in parallel.",
      returns = "promise of array",
      arity = ARITY,
      errors = {TOO_SMALL, NOT_MEASURED, NO_TEXT, FAILED},
      example = "await parallel_map([1, 2], func(x) { return x * 2 })",
      result = "[2, 4]")
  public static PromiseValue parallelMap(
      NativeContext context,
      @Param(error = ARRAY) ArrayValue items,
      @Param(error = FUNCTION) Callable mapper,
      @Param(optional = true, type = "int", error = LIMIT) Object limit) {
    return start(context, items, mapper, limit, true);
  }

  @Native(
      name = "par_map",
      family = Family.ASYNC,
      doc = "The same as parallel_map.",
      returns = "promise of array",
      arity = ARITY,
      errors = {TOO_SMALL, NOT_MEASURED, NO_TEXT, FAILED},
      example = "await par_map([1, 2], func(x) { return x * 2 })",
      result = "[2, 4]")
  public static PromiseValue parMap(
      NativeContext context,
      @Param(error = ARRAY) ArrayValue items,
      @Param(error = FUNCTION) Callable mapper,
      @Param(optional = true, type = "int", error = LIMIT) Object limit) {
    return start(context, items, mapper, limit, true);
  }

  @Native(
      name = "par_each",
      family = Family.ASYNC,
      doc = "Calls a function for each item in parallel; a promise that all calls have ended.",
      returns = "promise of null",
      arity = ARITY,
      errors = {TOO_SMALL, NOT_MEASURED, NO_TEXT, FAILED},
      example = "await par_each([1], func(x) { return x })",
      result = "null")
  public static PromiseValue parEach(
      NativeContext context,
      @Param(error = ARRAY) ArrayValue items,
      @Param(error = FUNCTION) Callable mapper,
      @Param(optional = true, type = "int", error = LIMIT) Object limit) {
    return start(context, items, mapper, limit, false);
  }

  private static PromiseValue start(
      NativeContext context,
      ArrayValue items,
      Callable mapper,
      Object limit,
      boolean keepsResults) {
    int atOnce = PoolSize.limit(context, "parallel_map", limit);
    if (mapper instanceof NativeFunction function) {
      askForCapability(context, function);
      checkItems(items, function);
    }
    return Mapping.start(
        context.scheduler().isolate(),
        items,
        mapper,
        atOnce,
        keepsResults,
        "parallel_map() mapper call failed: ");
  }

  /**
   * Lets a native that needs a capability be refused at once. A native asks the policy before it
   * complains of a wrong number of arguments, and does nothing else when the number is wrong.
   */
  private static void askForCapability(NativeContext context, NativeFunction function) {
    Arity arity = function.arity();
    if (arity.maximum() != Arity.UNBOUNDED) {
      try {
        function.call(context, new Object[arity.maximum() + 1]);
      } catch (RuffError wrongNumber) {
        // It may be called.
      }
    }
  }

  private static void checkItems(ArrayValue items, NativeFunction function) {
    if (function.canonicalName().equals("len")) {
      check(
          items,
          item -> Text.isText(item) || item instanceof ArrayValue || item instanceof DictValue,
          NOT_MEASURED);
    } else if (CASES.contains(function.name())) {
      check(
          items,
          Text::isText,
          "parallel_map(" + function.name() + ", ...) expects string elements");
    }
  }

  private static void check(ArrayValue items, Predicate<Object> accepts, String error) {
    for (int i = 0; i < items.size; i++) {
      if (!accepts.test(items.get(i))) {
        throw new RuffError(error);
      }
    }
  }
}
