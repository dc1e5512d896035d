package ruff.stdlib.text;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Receiver;
import ruff.value.RuffError;
import ruff.value.Text;

/** Natives that go by the positions of characters, which are code points. */
public final class Characters {
  /** The longest text that Java can hold. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Characters() {}

  @Native(
      name = "substring",
      aliases = "substr",
      family = Family.STRING,
      doc =
          "The characters from a start up to an end, exclusive; positions outside stand for the"
              + " nearest end of the text.",
      returns = "string",
      arity = Native.PLURAL,
      error = "substring() requires a string argument for value",
      methodOf = Receiver.STRING,
      example = "substring(\"héllo\", 1, 3)",
      result = "él")
  public static String substring(
      String value,
      @Param(truncates = true, error = "substring() start and end must be a number") long start,
      @Param(truncates = true, error = "substring() start and end must be a number") long end) {
    int length = Text.length(value);
    int from = Math.clamp(start, 0, length);
    int to = Math.clamp(end, 0, length);
    return from >= to ? "" : Text.substring(value, from, to);
  }

  @Native(
      name = "char_at",
      family = Family.STRING,
      doc = "The character at a position, or an empty string outside the text.",
      returns = "string",
      error = "char_at() requires a string argument for value",
      tooFew = "char_at() index must be a number",
      methodOf = Receiver.STRING,
      example = "char_at(\"héllo\", 1)",
      result = "é")
  public static String charAt(
      CharSequence value,
      @Param(truncates = true, error = "char_at() index must be a number") long index) {
    Object found = index < 0 ? null : Text.charAt(value, index);
    return found == null ? "" : (String) found;
  }

  @Native(
      name = "count_chars",
      family = Family.STRING,
      doc = "The number of characters.",
      returns = "int",
      error = "count_chars() requires a string argument",
      methodOf = Receiver.STRING,
      example = "count_chars(\"añb\")",
      result = "3")
  public static long countChars(CharSequence value) {
    return Text.length(value);
  }

  @Native(
      name = "str_reverse",
      family = Family.STRING,
      doc = "The characters in opposite order.",
      returns = "string",
      error = "str_reverse() requires a string argument",
      methodOf = Receiver.STRING,
      example = "str_reverse(\"héllo\")",
      result = "olléh")
  public static String reverse(String value) {
    return new StringBuilder(value).reverse().toString();
  }

  @Native(
      name = "repeat",
      family = Family.STRING,
      doc = "The text so many times; an empty one when the count is not positive.",
      returns = "string",
      arity = Native.PLURAL,
      error = "repeat() requires a string argument for value",
      errors = "repeat() result too large",
      methodOf = Receiver.STRING,
      example = "repeat(\"ab\", 3)",
      result = "ababab")
  public static String repeat(
      String value,
      @Param(truncates = true, error = "repeat() count must be a number") long count) {
    if (count <= 0 || value.isEmpty()) {
      return "";
    }
    return repeated(value, count, value.length(), "repeat() result too large");
  }

  /**
   * A text some times over.
   *
   * @param extra chars that are going to be added to the result, which must fit too
   * @throws RuffError with the given text when the result cannot be held
   */
  private static String repeated(String unit, long count, long extra, String tooLarge) {
    if (count > (LONGEST - extra) / unit.length()) {
      throw new RuffError(tooLarge);
    }
    try {
      return unit.repeat((int) count);
    } catch (OutOfMemoryError tooMuch) {
      throw new RuffError(tooLarge);
    }
  }

  @Native(
      name = "pad_left",
      aliases = "pad_start",
      family = Family.STRING,
      doc =
          "The text filled up at its start to a width with the first character of another text, or"
              + " with spaces when that is empty.",
      returns = "string",
      arity = Native.PLURAL,
      error = "pad_left() requires 3 arguments: string, width, char",
      errors = "pad_left() result too large",
      methodOf = Receiver.STRING,
      example = "pad_left(\"7\", 3, \"0\")",
      result = "007")
  public static String padLeft(
      String value,
      @Param(truncates = true, error = "pad_left() width must be a number") long width,
      String padChar) {
    return padding(value, width, padChar, "pad_left() result too large").concat(value);
  }

  @Native(
      name = "pad_right",
      aliases = "pad_end",
      family = Family.STRING,
      doc =
          "The text filled up at its end to a width with the first character of another text, or"
              + " with spaces when that is empty.",
      returns = "string",
      arity = Native.PLURAL,
      error = "pad_right() requires 3 arguments: string, width, char",
      errors = "pad_right() result too large",
      methodOf = Receiver.STRING,
      example = "pad_right(\"7\", 3, \".\")",
      result = "7..")
  public static String padRight(
      String value,
      @Param(truncates = true, error = "pad_right() width must be a number") long width,
      String padChar) {
    return value.concat(padding(value, width, padChar, "pad_right() result too large"));
  }

  private static String padding(String value, long width, String padChar, String tooLarge) {
    int length = Text.length(value);
    if (width <= length) {
      return "";
    }
    String unit = padChar.isEmpty() ? " " : (String) Text.charAt(padChar, 0);
    return repeated(unit, width - length, value.length(), tooLarge);
  }

  @Native(
      name = "truncate",
      family = Family.STRING,
      doc =
          "A text of at most a length: when it is longer, cut so that it ends with a suffix; a"
              + " suffix longer than that is still whole.",
      returns = "string",
      error = "truncate() requires 3 arguments: string, length, suffix",
      methodOf = Receiver.STRING,
      example = "truncate(\"hello world\", 8, \"...\")",
      result = "hello...")
  public static String truncate(
      String value,
      @Param(truncates = true, error = "truncate() length must be a number") long length,
      String suffix) {
    if (length < 0 || Text.length(value) <= length) {
      return value;
    }
    int kept = (int) Math.max(0, length - Text.length(suffix));
    return Text.substring(value, 0, kept).concat(suffix);
  }
}
