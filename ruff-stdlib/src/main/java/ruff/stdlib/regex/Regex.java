package ruff.stdlib.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;

/** A pattern ready for use. Threads may share one. */
final class Regex {
  private final String translated;

  /** Null until it is needed. */
  private volatile Pattern pattern;

  /** For ASCII text, or null. */
  private final Automaton automaton;

  private final Map<String, Integer> groups;

  /** The one that was used last. Threads may see one another's or not. */
  private Replacement replacement;

  Regex(String translated, Automaton automaton, Map<String, Integer> groups) {
    this.translated = translated;
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
      Automaton automaton = asciiOnly ? Automaton.of(translated) : null;
      Regex regex = new Regex(translated, automaton, reader.groups());
      // RE2 takes long to load. All that it could have against a plain pattern are its counts.
      if (automaton == null || translated.indexOf('{') >= 0) {
        regex.pattern();
      }
      return regex;
    } catch (InvalidPattern | PatternSyntaxException invalid) {
      return null;
    }
  }

  private Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(translated);
      pattern = known;
    }
    return known;
  }

  Automaton automaton() {
    return automaton;
  }

  Matcher matcher(String text) {
    return pattern().matcher(LongText.of(text));
  }

  /** A replacement text for this pattern. */
  Replacement replacement(String template) {
    Replacement known = replacement;
    if (known == null || !known.isFor(template)) {
      known = Replacement.of(template, this);
      replacement = known;
    }
    return known;
  }

  /** The number of a named group, or -1. */
  int group(String name) {
    return groups.getOrDefault(name, -1);
  }
}
