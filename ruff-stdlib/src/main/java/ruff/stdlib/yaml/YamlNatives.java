package ruff.stdlib.yaml;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.RuffError;

/** Natives that read and write YAML. */
public final class YamlNatives {
  private YamlNatives() {}

  @Native(
      name = "parse_yaml",
      family = Family.DATA_FORMAT,
      doc =
          "The value of one YAML 1.2 document. Keys become the text that they were written as;"
              + " collections have at most 128 levels, and aliases repeat at most a million"
              + " values.",
      returns = "any",
      arity = "{name} requires a string argument",
      error = "{name} requires a string argument",
      errors = "YAML parse error: WHAT",
      example = "parse_yaml(\"a: [1, x]\")",
      result = "{\"a\": [1, x]}")
  public static Object parse(String text) {
    try {
      return YamlReader.read(text);
    } catch (InvalidYaml invalid) {
      throw new RuffError("YAML parse error: " + invalid.getMessage());
    }
  }

  @Native(
      name = "to_yaml",
      family = Family.DATA_FORMAT,
      doc = "The YAML text of a value in block style, keys in the order in which they came in.",
      returns = "string",
      arity = "{name} requires a value argument",
      errors = {"Cannot convert TYPE to YAML", YamlWriter.TOO_DEEP},
      example = "to_yaml({\"a\": [1]})",
      result = "a:\n- 1\n")
  public static String write(@Param(ownership = Ownership.BORROWED) Object value) {
    return YamlWriter.write(value);
  }
}
