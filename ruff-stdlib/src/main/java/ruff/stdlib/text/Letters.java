package ruff.stdlib.text;

import java.util.Locale;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Receiver;

/** Natives about letter case and the white space around a text. */
public final class Letters {
  private static final String NEEDS_STRING = "{name}() requires a string argument";

  private Letters() {}

  @Native(
      name = "to_upper",
      family = Family.STRING,
      doc = "The text in upper case, whatever the locale.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "to_upper(\"straße\")",
      result = "STRASSE")
  public static String toUpper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  @Native(
      name = "upper",
      family = Family.STRING,
      doc = "The text in upper case, like to_upper.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "upper(\"abc\")",
      result = "ABC")
  public static String upper(String value) {
    return toUpper(value);
  }

  @Native(
      name = "to_lower",
      family = Family.STRING,
      doc = "The text in lower case, whatever the locale.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "to_lower(\"ÀB\")",
      result = "àb")
  public static String toLower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  @Native(
      name = "lower",
      family = Family.STRING,
      doc = "The text in lower case, like to_lower.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "lower(\"ABC\")",
      result = "abc")
  public static String lower(String value) {
    return toLower(value);
  }

  @Native(
      name = "capitalize",
      family = Family.STRING,
      doc = "The text with its first character in upper case and the rest in lower case.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "capitalize(\"hELLO wORLD\")",
      result = "Hello world")
  public static String capitalize(String value) {
    if (value.isEmpty()) {
      return value;
    }
    int first = value.offsetByCodePoints(0, 1);
    return toUpper(value.substring(0, first)).concat(toLower(value.substring(first)));
  }

  @Native(
      name = "trim",
      family = Family.STRING,
      doc = "The text without white space around it.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "trim(\"  a b \\n\")",
      result = "a b")
  public static String trim(String value) {
    return WhiteSpace.trim(value);
  }

  @Native(
      name = "trim_start",
      family = Family.STRING,
      doc = "The text without white space before it.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "trim_start(\"  ab\")",
      result = "ab")
  public static String trimStart(String value) {
    return WhiteSpace.trimStart(value);
  }

  @Native(
      name = "trim_end",
      family = Family.STRING,
      doc = "The text without white space behind it.",
      returns = "string",
      arity = Native.PLURAL,
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "trim_end(\"ab  \") + \"|\"",
      result = "ab|")
  public static String trimEnd(String value) {
    return WhiteSpace.trimEnd(value);
  }
}
