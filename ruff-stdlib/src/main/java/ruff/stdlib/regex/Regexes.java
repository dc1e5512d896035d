package ruff.stdlib.regex;

import java.util.ArrayList;
import java.util.List;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.value.ArrayValue;

/**
 * Natives of regular expressions. Their time is linear in the text whatever the pattern; a pattern
 * that is not valid matches nothing.
 */
public final class Regexes {
  private static final String TWO = "{name} requires two string arguments (text, pattern)";

  private Regexes() {}

  @Native(
      name = "regex_match",
      family = Family.REGEX,
      doc = "Whether a pattern matches anywhere in a text.",
      returns = "bool",
      error = TWO,
      example = "regex_match(\"hello123\", \"^[a-z]+\\\\d+$\")",
      result = "true")
  public static boolean match(NativeContext context, String text, String pattern) {
    Matches matches = RegexCache.of(context).matches(pattern, text);
    return matches != null && matches.advance();
  }

  @Native(
      name = "regex_find_all",
      family = Family.REGEX,
      doc = "The parts of a text that match a pattern, one behind the other.",
      returns = "array of string",
      error = TWO,
      example = "regex_find_all(\"a1 b22\", \"\\\\d+\")",
      result = "[1, 22]")
  public static ArrayValue findAll(NativeContext context, String text, String pattern) {
    Matches matches = RegexCache.of(context).matches(pattern, text);
    List<Object> found = new ArrayList<>();
    if (matches != null) {
      while (matches.advance()) {
        found.add(text.substring(matches.start(), matches.end()));
      }
    }
    return ArrayValue.ofObjects(found.toArray(), found.size());
  }

  @Native(
      name = "regex_replace",
      family = Family.REGEX,
      doc =
          "A text with all matches replaced; $1, ${1}, $name, ${name} and $0 stand for groups, $$"
              + " for one dollar sign.",
      returns = "string",
      error = "regex_replace requires three string arguments (text, pattern, replacement)",
      example = "regex_replace(\"john smith\", \"(\\\\w+) (\\\\w+)\", \"$2 $1\")",
      result = "smith john")
  public static String replace(
      NativeContext context, String text, String pattern, String replacement) {
    Matches matches = RegexCache.of(context).matches(pattern, text);
    if (matches == null) {
      return text;
    }
    Replacement template = matches.regex().replacement(replacement);
    StringBuilder out = null;
    int from = 0;
    while (matches.advance()) {
      out = out == null ? new StringBuilder(text.length() + 16) : out;
      out.append(text, from, matches.start());
      template.append(out, matches);
      from = matches.end();
    }
    return out == null ? text : out.append(text, from, text.length()).toString();
  }

  @Native(
      name = "regex_split",
      family = Family.REGEX,
      doc = "The parts of a text between matches of a pattern, empty ones kept.",
      returns = "array of string",
      error = TWO,
      example = "regex_split(\"a, b; c\", \"[,;]\\\\s*\")",
      result = "[a, b, c]")
  public static ArrayValue split(NativeContext context, String text, String pattern) {
    Matches matches = RegexCache.of(context).matches(pattern, text);
    List<Object> parts = new ArrayList<>();
    int from = 0;
    if (matches != null) {
      while (matches.advance()) {
        parts.add(text.substring(from, matches.start()));
        from = matches.end();
      }
    }
    parts.add(text.substring(from));
    return ArrayValue.ofObjects(parts.toArray(), parts.size());
  }
}
