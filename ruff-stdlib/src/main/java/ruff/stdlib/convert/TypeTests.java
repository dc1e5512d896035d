package ruff.stdlib.convert;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.Truth;
import ruff.value.TypeName;

/** Natives that tell what kind of value something is. */
public final class TypeTests {
  private static final String ONE = "{name}() expects 1 argument";

  private TypeTests() {}

  @Native(
      name = "type",
      aliases = "type_of",
      family = Family.CONVERSION,
      doc =
          "The name of the kind of a value: int, float, string, bool, null, array, dict, set,"
              + " queue, stack, bytes, function, generator, iterator, struct, structdef, tagged,"
              + " result, option, or that of a handle such as promise or channel.",
      returns = "string",
      arity = Native.PLURAL,
      example = "type(1.5)",
      result = "float")
  public static String type(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return TypeName.of(value);
  }

  @Native(
      name = "is_truthy",
      family = Family.CONVERSION,
      doc = "Whether if takes a value for true.",
      returns = "bool",
      arity = Native.PLURAL,
      example = "is_truthy(\"false\")",
      result = "true")
  public static boolean isTruthy(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return Truth.isTruthy(value);
  }

  @Native(
      name = "is_int",
      family = Family.CONVERSION,
      doc = "Whether a value is an int.",
      returns = "bool",
      arity = ONE,
      example = "is_int(1.0)",
      result = "false")
  public static boolean isInt(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof Long;
  }

  @Native(
      name = "is_float",
      family = Family.CONVERSION,
      doc = "Whether a value is a float.",
      returns = "bool",
      arity = ONE,
      example = "is_float(1.0)",
      result = "true")
  public static boolean isFloat(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof Double;
  }

  @Native(
      name = "is_string",
      family = Family.CONVERSION,
      doc = "Whether a value is a string.",
      returns = "bool",
      arity = ONE,
      example = "is_string(\"a\")",
      result = "true")
  public static boolean isString(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof CharSequence;
  }

  @Native(
      name = "is_bool",
      family = Family.CONVERSION,
      doc = "Whether a value is a bool.",
      returns = "bool",
      arity = ONE,
      example = "is_bool(0)",
      result = "false")
  public static boolean isBool(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof Boolean;
  }

  @Native(
      name = "is_array",
      family = Family.CONVERSION,
      doc = "Whether a value is an array.",
      returns = "bool",
      arity = ONE,
      example = "is_array([])",
      result = "true")
  public static boolean isArray(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof ArrayValue;
  }

  @Native(
      name = "is_dict",
      family = Family.CONVERSION,
      doc = "Whether a value is a dict.",
      returns = "bool",
      arity = ONE,
      example = "is_dict({})",
      result = "true")
  public static boolean isDict(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof DictValue;
  }

  @Native(
      name = "is_null",
      family = Family.CONVERSION,
      doc = "Whether a value is null.",
      returns = "bool",
      arity = ONE,
      example = "is_null(null)",
      result = "true")
  public static boolean isNull(@Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value == NullValue.NULL;
  }

  @Native(
      name = "is_function",
      family = Family.CONVERSION,
      doc = "Whether a value is a function, native ones included.",
      returns = "bool",
      arity = ONE,
      example = "is_function(len)",
      result = "true")
  public static boolean isFunction(
      @Param(ownership = Ownership.BORROWED, raw = true) Object value) {
    return value instanceof Callable;
  }
}
