package ruff.stdlib.toml;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.TypeName;

/** Natives that read and write TOML. */
public final class TomlNatives {
  /** Levels of tables and arrays below the document. */
  static final int MAX_DEPTH = 128;

  static final String TOO_DEEP = "TOML value exceeds maximum nesting depth of " + MAX_DEPTH;

  private static final String NOT_A_DICT = "TOML serialization error: unsupported rust type";

  private TomlNatives() {}

  static RuffError unconvertible(String type) {
    return new RuffError("Cannot convert " + type + " to TOML");
  }

  @Native(
      name = "parse_toml",
      family = Family.DATA_FORMAT,
      doc =
          "The dict of a TOML 1.0 text; dates and times become strings, tables and arrays have at"
              + " most 128 levels.",
      returns = "dict",
      arity = "{name} requires a string argument",
      error = "{name} requires a string argument",
      errors = "TOML parse error: TOML parse error at line L, column C",
      example = "parse_toml(\"a = 1\\nd = 2024-01-02\")",
      result = "{\"a\": 1, \"d\": 2024-01-02}")
  public static DictValue parse(String text) {
    return TomlReader.read(text);
  }

  @Native(
      name = "to_toml",
      family = Family.DATA_FORMAT,
      doc =
          "The TOML text of a dict, keys in ascending order, plain values before tables; null"
              + " becomes an empty string.",
      returns = "string",
      arity = "{name} requires a value argument",
      errors = {NOT_A_DICT, "Cannot convert TYPE to TOML", TOO_DEEP},
      example = "to_toml({\"a\": 1, \"t\": {\"x\": true}})",
      result = "a = 1\n\n[t]\nx = true\n")
  public static String write(@Param(ownership = Ownership.BORROWED) Object value) {
    return switch (value) {
      case DictValue dict -> TomlWriter.write(dict);
      case CharSequence _, Long _, Double _, Boolean _, NullValue _, ArrayValue _ ->
          throw new RuffError(NOT_A_DICT);
      default -> throw unconvertible(TypeName.of(value));
    };
  }
}
