package ruff.stdlib.json;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.RuffError;

/** Natives that read and write JSON. */
public final class JsonNatives {
  private static final int MAX_BYTES = 1_048_576;
  private static final String TOO_LARGE =
      "JSON input exceeds maximum input size of " + MAX_BYTES + " bytes";
  private static final String TOO_DEEP =
      "JSON input exceeds maximum nesting depth of " + JsonWriter.MAX_DEPTH;
  private static final String VALUE_TOO_DEEP =
      "JSON value exceeds maximum nesting depth of " + JsonWriter.MAX_DEPTH;
  private static final String NOT_FINITE = "Cannot convert non-finite float F to JSON";
  private static final String UNCONVERTIBLE = "Cannot convert TYPE to JSON";
  private static final String ONE_VALUE = "{name} requires a value argument";

  private JsonNatives() {}

  @Native(
      name = "parse_json",
      family = Family.DATA_FORMAT,
      doc =
          "The value of a JSON text; numbers with a fraction or exponent, and those beyond 64"
              + " bits, become floats.",
      returns = "any",
      arity = "{name} requires a string argument",
      error = "{name} requires a string argument",
      errors = {
        TOO_LARGE,
        "JSON parse error: WHAT at line L column C",
        TOO_DEEP,
        "JSON parse error: recursion limit exceeded at line 1 column 128"
      },
      example = "parse_json(\"{\\\"a\\\":[1,2.5,null]}\")",
      result = "{\"a\": [1, 2.5, null]}")
  public static Object parse(NativeContext context, String text) {
    if (text.length() > MAX_BYTES) {
      throw new RuffError(TOO_LARGE);
    }
    JsonReader reader = JsonReader.of(context, text);
    if (reader.size() > MAX_BYTES) {
      throw new RuffError(TOO_LARGE);
    }
    Object value;
    try {
      value = reader.read();
    } catch (InvalidJson invalid) {
      throw new RuffError("JSON parse error: " + invalid.getMessage());
    }
    if (reader.depth() > JsonWriter.MAX_DEPTH) {
      throw new RuffError(TOO_DEEP);
    }
    return value;
  }

  @Native(
      name = "to_json",
      family = Family.DATA_FORMAT,
      doc = "The JSON text of a value without spaces, keys in ascending order.",
      returns = "string",
      arity = ONE_VALUE,
      errors = {VALUE_TOO_DEEP, NOT_FINITE, UNCONVERTIBLE},
      example = "to_json({\"b\": 1, \"a\": [1.0, null]})",
      result = "{\"a\":[1.0,null],\"b\":1}")
  public static String compact(@Param(ownership = Ownership.BORROWED) Object value) {
    return JsonWriter.compact(value);
  }

  @Native(
      name = "to_json_pretty",
      family = Family.DATA_FORMAT,
      doc = "The JSON text of a value, one item per line, indented by two spaces.",
      returns = "string",
      arity = ONE_VALUE,
      errors = {VALUE_TOO_DEEP, NOT_FINITE, UNCONVERTIBLE},
      example = "to_json_pretty([1])",
      result = "[\n  1\n]")
  public static String pretty(@Param(ownership = Ownership.BORROWED) Object value) {
    return JsonWriter.pretty(value);
  }
}
