package ruff.stdlib.convert;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.Truth;

/** Natives that make a value of one kind from one of another. */
public final class Conversions {
  private static final String ONE_STRING = "{name} requires a string argument";
  private static final String ONE = "{name}() requires one argument";

  private Conversions() {}

  @Native(
      name = "parse_int",
      family = Family.CONVERSION,
      doc = "The int that a text spells: decimal, with an optional sign, white space around it.",
      returns = "int",
      arity = ONE_STRING,
      error = ONE_STRING,
      errors = "Cannot parse 'TEXT' as integer",
      methodOf = Receiver.STRING,
      example = "parse_int(\" -7 \")",
      result = "-7")
  public static long parseInt(String text) {
    Long number = Numbers.whole(text);
    if (number == null) {
      throw new RuffError("Cannot parse '" + text + "' as integer");
    }
    return number;
  }

  @Native(
      name = "parse_float",
      family = Family.CONVERSION,
      doc =
          "The float that a text spells: decimal, with an optional sign and exponent, or inf,"
              + " infinity, nan.",
      returns = "float",
      arity = ONE_STRING,
      error = ONE_STRING,
      errors = "Cannot parse 'TEXT' as float",
      methodOf = Receiver.STRING,
      example = "parse_float(\"1e3\")",
      result = "1000")
  public static double parseFloat(String text) {
    Double number = Numbers.real(text);
    if (number == null) {
      throw new RuffError("Cannot parse '" + text + "' as float");
    }
    return number;
  }

  @Native(
      name = "to_int",
      family = Family.CONVERSION,
      doc =
          "A float cut to an int, the int that a text spells, 1 or 0 for a bool; NaN gives 0 and"
              + " floats beyond the ints the nearest of them.",
      returns = "int",
      arity = ONE,
      errors = {"Cannot convert 'TEXT' to int", "Cannot convert TYPE to int"},
      methodOf = Receiver.STRING,
      example = "to_int(-3.9)",
      result = "-3")
  public static long toInt(@Param(ownership = Ownership.BORROWED) Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    Long number = value instanceof String text ? Numbers.whole(text) : null;
    if (number == null) {
      throw cannotConvert(value, "int");
    }
    return number;
  }

  @Native(
      name = "to_float",
      family = Family.CONVERSION,
      doc = "An int as a float, the float that a text spells, 1 or 0 for a bool.",
      returns = "float",
      arity = ONE,
      errors = {"Cannot convert 'TEXT' to float", "Cannot convert TYPE to float"},
      methodOf = Receiver.STRING,
      example = "to_float(\"2.5\")",
      result = "2.5")
  public static double toFloat(@Param(ownership = Ownership.BORROWED) Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    Double number = value instanceof String text ? Numbers.real(text) : null;
    if (number == null) {
      throw cannotConvert(value, "float");
    }
    return number;
  }

  private static RuffError cannotConvert(Object value, String type) {
    String what = "value";
    if (value instanceof String text) {
      what = "'" + text + "'";
    } else if (value instanceof ArrayValue) {
      what = "array";
    } else if (value instanceof DictValue) {
      what = "dict";
    } else if (value == NullValue.NULL) {
      what = "null";
    }
    return new RuffError("Cannot convert " + what + " to " + type);
  }

  @Native(
      name = "to_string",
      aliases = "str",
      family = Family.CONVERSION,
      doc = "The text that print shows for a value.",
      returns = "string",
      arity = ONE,
      methodOf = Receiver.ANY,
      aliasesAreMethods = false,
      example = "to_string([1, \"a\", 2.0, null])",
      result = "[1, a, 2, null]")
  public static String text(@Param(ownership = Ownership.BORROWED) Object value) {
    return Display.text(value);
  }

  @Native(
      name = "to_bool",
      family = Family.CONVERSION,
      doc =
          "Whether a value is truthy, but for texts whether they are other than empty, \"0\" and"
              + " \"false\" in any case.",
      returns = "bool",
      arity = ONE,
      methodOf = Receiver.STRING,
      example = "to_bool(\"FALSE\")",
      result = "false")
  public static boolean toBool(@Param(ownership = Ownership.BORROWED) Object value) {
    if (value instanceof String text) {
      return !(text.isEmpty() || text.equals("0") || text.equalsIgnoreCase("false"));
    }
    return Truth.isTruthy(value);
  }

  @Native(
      name = "bytes",
      family = Family.CONVERSION,
      doc = "Bytes with the values of an array of ints from 0 to 255.",
      returns = "bytes",
      arity = "bytes() requires an array argument",
      error = "bytes() requires an array argument",
      errors = {
        "bytes() requires an array of integers",
        "bytes() requires integers in range 0-255, got N"
      },
      example = "len(bytes([1, 2, 255]))",
      result = "3")
  public static BytesValue bytes(
      @Param(type = "array of int", ownership = Ownership.BORROWED) ArrayValue values) {
    byte[] bytes = new byte[values.size];
    for (int i = 0; i < bytes.length; i++) {
      if (!(values.get(i) instanceof Long number)) {
        throw new RuffError("bytes() requires an array of integers");
      }
      if (number < 0 || number > 255) {
        throw new RuffError("bytes() requires integers in range 0-255, got " + number);
      }
      bytes[i] = number.byteValue();
    }
    return new BytesValue(bytes);
  }

  @Native(
      name = "error",
      family = Family.CONVERSION,
      doc = "Raises an error whose message is the text of a value.",
      returns = "nothing, it does not return",
      arity = Native.PLURAL,
      example = "type(error)",
      result = "function")
  public static void error(@Param(ownership = Ownership.BORROWED) Object message) {
    throw new RuffError(Display.text(message));
  }
}
