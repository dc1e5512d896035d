package ruff.stdlib.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.Display;
import ruff.value.RuffError;

/** Natives that look for parts of a text, replace them, cut a text and put one together. */
public final class Pieces {
  private static final String REPLACE =
      "replace() requires string, from-string, and to-string arguments";

  /** So many characters a text can have. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  /** Long arrays are joined in steps of so many items, less one. */
  private static final int CHECK_MASK = 1023;

  /** Parts of a text after which it pays to remember some. */
  private static final int MANY = 100;

  /** How many items, evenly spread, tell how long all are. */
  private static final int SAMPLE = 512;

  /** How many characters the text of an item has that is none itself. */
  private static final int USUAL_ITEM = 6;

  /** So much memory is taken for a text before it is known to be needed. */
  private static final long LONGEST_GUESS = 64 << 20;

  private Pieces() {}

  @Native(
      name = "replace",
      family = Family.STRING,
      doc =
          "The text with every occurrence of a part replaced; an empty part stands before, between"
              + " and after all characters.",
      returns = "string",
      arity = Native.PLURAL,
      error = REPLACE,
      errors = "replace() result too large",
      methodOf = Receiver.STRING,
      example = "replace(\"a-b-c\", \"-\", \"+\")",
      result = "a+b+c")
  public static String replace(String value, String from, String to) {
    return replaced(value, from, to, "replace() result too large");
  }

  /** What cannot be held is refused before it is made. */
  private static String replaced(String value, String from, String to, String tooLarge) {
    long growth = (long) to.length() - from.length();
    if (growth > 0 && value.length() + (value.length() + 1L) * growth > LONGEST) {
      long count =
          from.isEmpty() ? value.codePointCount(0, value.length()) + 1L : count(value, from);
      if (value.length() + count * growth > LONGEST) {
        throw new RuffError(tooLarge);
      }
    }
    return from.isEmpty() ? betweenCharacters(value, to) : value.replace(from, to);
  }

  private static long count(String value, String part) {
    long count = 0;
    for (int at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static String betweenCharacters(String value, String to) {
    StringBuilder out = new StringBuilder(to);
    for (int at = 0; at < value.length(); ) {
      int codePoint = value.codePointAt(at);
      out.appendCodePoint(codePoint).append(to);
      at += Character.charCount(codePoint);
    }
    return out.toString();
  }

  @Native(
      name = "replace_str",
      family = Family.STRING,
      doc = "The text with every occurrence of a part replaced, like replace.",
      returns = "string",
      error = REPLACE,
      errors = "replace_str() result too large",
      methodOf = Receiver.STRING,
      example = "replace_str(\"a-b-c\", \"-\", \"+\")",
      result = "a+b+c")
  public static String replaceStr(String value, String from, String to) {
    return replaced(value, from, to, "replace_str() result too large");
  }

  @Native(
      name = "starts_with",
      family = Family.STRING,
      doc = "Whether a text begins with another.",
      returns = "bool",
      arity = Native.PLURAL,
      error = "starts_with() requires string and prefix string arguments",
      methodOf = Receiver.STRING,
      example = "starts_with(\"hello\", \"he\")",
      result = "true")
  public static boolean startsWith(String value, String prefix) {
    return value.startsWith(prefix);
  }

  @Native(
      name = "ends_with",
      family = Family.STRING,
      doc = "Whether a text ends with another.",
      returns = "bool",
      arity = Native.PLURAL,
      error = "ends_with() requires string and suffix string arguments",
      methodOf = Receiver.STRING,
      example = "ends_with(\"hello\", \"lo\")",
      result = "true")
  public static boolean endsWith(String value, String suffix) {
    return value.endsWith(suffix);
  }

  @Native(
      name = "split",
      family = Family.STRING,
      doc =
          "The parts of a text between delimiters, empty ones kept; an empty delimiter stands"
              + " before, between and after all characters.",
      returns = "array of string",
      arity = Native.PLURAL,
      error = "split() requires string and delimiter string arguments",
      methodOf = Receiver.STRING,
      example = "split(\"a,b,,c\", \",\")",
      result = "[a, b, , c]")
  public static ArrayValue split(String value, String delimiter) {
    if (!delimiter.isEmpty()) {
      return between(value, delimiter);
    }
    List<Object> parts = new ArrayList<>();
    parts.add("");
    addCharacters(parts, value);
    parts.add("");
    return array(parts);
  }

  /** The parts, in an array that needs no copy at the end: there may be millions. */
  private static ArrayValue between(String value, String delimiter) {
    Object[] parts = new Object[8];
    RecentPieces recent = null;
    int count = 0;
    int from = 0;
    for (int at; (at = value.indexOf(delimiter, from)) >= 0; from = at + delimiter.length()) {
      // Room for this part and the last one.
      if (count + 1 == parts.length) {
        parts = Arrays.copyOf(parts, count * 2);
        recent = recent == null && count > MANY ? new RecentPieces(value) : recent;
      }
      parts[count++] = recent == null ? value.substring(from, at) : recent.cut(from, at);
    }
    parts[count++] = value.substring(from);
    return ArrayValue.ofObjects(parts, count);
  }

  private static void addCharacters(List<Object> parts, String value) {
    for (int at = 0; at < value.length(); ) {
      int codePoint = value.codePointAt(at);
      parts.add(ruff.value.Text.ofCodePoint(codePoint));
      at += Character.charCount(codePoint);
    }
  }

  private static ArrayValue array(List<Object> parts) {
    return ArrayValue.ofObjects(parts.toArray(), parts.size());
  }

  @Native(
      name = "join",
      family = Family.STRING,
      doc = "The texts of all items with a separator between them.",
      returns = "string",
      arity = Native.PLURAL,
      error = "join() requires array and separator string arguments",
      errors = "join() result too large",
      methodOf = Receiver.ARRAY,
      takesPacked = true,
      example = "join([1, \"b\", 2.5, true], \"-\")",
      result = "1-b-2.5-true")
  public static String join(
      @Param(ownership = Ownership.BORROWED) ArrayValue values, String separator) {
    if ((values.size - 1L) * separator.length() > LONGEST) {
      throw new RuffError("join() result too large");
    }
    String packed = values.joinedTexts(separator);
    if (packed != null) {
      return packed;
    }
    StringBuilder out = new StringBuilder(expectedLength(values, separator));
    for (int i = 0; i < values.size; i++) {
      if (i > 0) {
        out.append(separator);
      }
      if ((i & CHECK_MASK) == 0) {
        CancelSignal.check();
      }
      Display.append(out, values.get(i));
    }
    return out.toString();
  }

  /** About how long the items are together, by some of them: to grow step by step costs copies. */
  private static int expectedLength(ArrayValue values, String separator) {
    long length = (long) values.size * separator.length();
    if (values.unpacked() instanceof Object[] items && values.size > 0) {
      int step = 1 + values.size / SAMPLE;
      long sampled = 0;
      int count = 0;
      for (int i = 0; i < values.size; i += step) {
        sampled += items[i] instanceof String text ? text.length() : USUAL_ITEM;
        count++;
      }
      length += values.size * Math.min(sampled / count * 33 / 32 + 1, LONGEST_GUESS);
    } else {
      length += (long) values.size * USUAL_ITEM;
    }
    return (int) Math.min(length, LONGEST_GUESS);
  }

  @Native(
      name = "lines",
      family = Family.STRING,
      doc =
          "The lines of a text, ended by \\n or \\r\\n; a line end at the very end begins no other"
              + " line.",
      returns = "array of string",
      error = "lines() requires a string argument",
      methodOf = Receiver.STRING,
      example = "lines(\"a\\nb\\r\\nc\\n\")",
      result = "[a, b, c]")
  public static ArrayValue lines(String value) {
    List<Object> lines = new ArrayList<>();
    int from = 0;
    for (int at; (at = value.indexOf('\n', from)) >= 0; from = at + 1) {
      boolean pair = at > from && value.charAt(at - 1) == '\r';
      lines.add(value.substring(from, pair ? at - 1 : at));
    }
    if (from < value.length()) {
      lines.add(value.substring(from));
    }
    return array(lines);
  }

  @Native(
      name = "words",
      family = Family.STRING,
      doc = "The parts of a text between runs of white space.",
      returns = "array of string",
      error = "words() requires a string argument",
      methodOf = Receiver.STRING,
      example = "words(\"  hello   big\\tworld \")",
      result = "[hello, big, world]")
  public static ArrayValue words(String value) {
    List<Object> words = new ArrayList<>();
    int length = value.length();
    int at = 0;
    while (at < length) {
      while (at < length && WhiteSpace.is(value.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < length && !WhiteSpace.is(value.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(value.substring(start, at));
      }
    }
    return array(words);
  }
}
