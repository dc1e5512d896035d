package ruff.stdlib.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;

/** A pattern ready for use. */
final class Regex {
  private final Pattern pattern;

  /** For ASCII text, or null. */
  private final Automaton automaton;

  private final Map<String, Integer> groups;

  private Regex(Pattern pattern, Automaton automaton, Map<String, Integer> groups) {
    this.pattern = pattern;
    this.automaton = automaton;
    this.groups = groups;
  }

  /**
   * Makes a pattern ready.
   *
   * @param asciiOnly whether it will see no text but ASCII, which allows for a simpler program
   * @return null when the pattern is not valid
   */
  static Regex compile(String pattern, boolean asciiOnly) {
    try {
      PatternReader reader = new PatternReader(pattern, asciiOnly);
      String translated = reader.read();
      Pattern compiled = Pattern.compile(translated);
      return new Regex(compiled, asciiOnly ? Automaton.of(translated) : null, reader.groups());
    } catch (InvalidPattern | PatternSyntaxException invalid) {
      return null;
    }
  }

  boolean matches(String text) {
    return automaton == null
        ? pattern.matcher(LongText.of(text)).find()
        : matchesIn(text).advance();
  }

  Matches matchesIn(String text) {
    return new Matches(pattern, automaton, text);
  }

  /** The number of a named group, or -1. */
  int group(String name) {
    return groups.getOrDefault(name, -1);
  }
}
