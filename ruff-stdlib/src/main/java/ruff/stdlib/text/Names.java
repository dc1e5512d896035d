package ruff.stdlib.text;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Receiver;

/** Natives that turn a text into a name in one of the usual styles. */
public final class Names {
  private static final String NEEDS_STRING = "{name}() requires a string argument";

  private Names() {}

  @Native(
      name = "slugify",
      family = Family.STRING,
      doc =
          "The letters and digits of a text in lower case, with one hyphen for each run of white"
              + " space, underscores and hyphens between them.",
      returns = "string",
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "slugify(\"Hello, World!\")",
      result = "hello-world")
  public static String slugify(String value) {
    return separated(Letters.toLower(value), '-');
  }

  /** Letters and digits, with one mark for each run of white space, {@code _} and {@code -}. */
  private static String separated(String value, char mark) {
    StringBuilder out = new StringBuilder();
    boolean pending = false;
    for (int at = 0; at < value.length(); ) {
      int c = value.codePointAt(at);
      at += Character.charCount(c);
      if (isAlphanumeric(c)) {
        if (pending && !out.isEmpty()) {
          out.append(mark);
        }
        pending = false;
        out.appendCodePoint(c);
      } else if (c == '_' || c == '-' || WhiteSpace.is(c)) {
        pending = true;
      }
    }
    return out.toString();
  }

  @Native(
      name = "to_camel_case",
      family = Family.STRING,
      doc =
          "The words of a text, which are runs of letters and digits, put together: the first in"
              + " lower case, the others capitalized.",
      returns = "string",
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "to_camel_case(\"hello_world foo-bar\")",
      result = "helloWorldFooBar")
  public static String toCamelCase(String value) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      int start = at;
      at = endOfWord(value, start);
      if (at > start) {
        String word = value.substring(start, at);
        out.append(out.isEmpty() ? Letters.toLower(word) : Letters.capitalize(word));
      } else {
        at += Character.charCount(value.codePointAt(at));
      }
    }
    return out.toString();
  }

  /** Whether Unicode counts a character among letters or numbers of any kind. */
  private static boolean isAlphanumeric(int c) {
    if (Character.isAlphabetic(c) || Character.isDigit(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  private static int endOfWord(String value, int from) {
    int at = from;
    while (at < value.length() && isAlphanumeric(value.codePointAt(at))) {
      at += Character.charCount(value.codePointAt(at));
    }
    return at;
  }

  @Native(
      name = "to_snake_case",
      family = Family.STRING,
      doc =
          "The letters and digits of a text in lower case with an underscore before each upper-case"
              + " letter that follows another character, and for each run of separators.",
      returns = "string",
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "to_snake_case(\"helloWorld\")",
      result = "hello_world")
  public static String toSnakeCase(String value) {
    StringBuilder marked = new StringBuilder();
    int previous = -1;
    for (int at = 0; at < value.length(); ) {
      int c = value.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isUpperCase(c) && previous >= 0 && !Character.isUpperCase(previous)) {
        marked.append('_');
      }
      marked.appendCodePoint(c);
      previous = c;
    }
    return separated(Letters.toLower(marked.toString()), '_');
  }

  @Native(
      name = "to_kebab_case",
      family = Family.STRING,
      doc = "The text as to_snake_case makes it, with hyphens instead of underscores.",
      returns = "string",
      error = NEEDS_STRING,
      methodOf = Receiver.STRING,
      example = "to_kebab_case(\"helloWorld\")",
      result = "hello-world")
  public static String toKebabCase(String value) {
    return toSnakeCase(value).replace('_', '-');
  }
}
