package ruff.stdlib.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The automaton finds what RE2 finds. */
class AutomatonTest {
  private static final int PATTERNS = 3_000;
  private static final int TEXTS = 12;

  private static String translated(String pattern) throws InvalidPattern {
    return new PatternReader(pattern, true).read();
  }

  private static List<String> all(String translated, Automaton automaton, String text) {
    Regex regex = new Regex(translated, automaton, Map.of());
    Matches matches = new Matches(regex, text, text.getBytes(StandardCharsets.US_ASCII));
    List<String> found = new ArrayList<>();
    while (matches.advance()) {
      StringBuilder group = new StringBuilder();
      matches.appendGroup(group, 1);
      found.add(matches.start() + "-" + matches.end() + " " + group);
    }
    return found;
  }

  @Test
  void agreesWithRe2OnRandomPatterns() throws InvalidPattern {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int plain = 0;
    for (int i = 0; i < PATTERNS; i++) {
      String written = "(" + choice(random, 3) + ")";
      String translated = translated(written);
      Automaton automaton = Automaton.of(translated);
      plain += automaton == null ? 0 : 1;
      for (int k = 0; automaton != null && k < TEXTS; k++) {
        String text = text(random);
        assertThat(all(translated, automaton, text))
            .as("pattern %s text %s seed %d", written, text, seed)
            .isEqualTo(all(translated, null, text));
      }
    }
    assertThat(plain).isGreaterThan(PATTERNS / 4);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append("aaabbc1 \n-".charAt(random.nextInt(10)));
    }
    return text.toString();
  }

  private static String choice(Random random, int depth) {
    StringBuilder ways = new StringBuilder(row(random, depth));
    while (random.nextInt(3) == 0) {
      ways.append('|').append(row(random, depth));
    }
    return ways.toString();
  }

  private static String row(Random random, int depth) {
    StringBuilder row = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      row.append(atom(random, depth));
      if (random.nextInt(2) == 0) {
        String[] repetitions = {"*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?", "{2,}"};
        row.append(repetitions[random.nextInt(repetitions.length)]);
      }
    }
    return row.toString();
  }

  private static String atom(Random random, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return (random.nextBoolean() ? "(?:" : "(") + choice(random, depth - 1) + ")";
    }
    String[] atoms = {
      "a", "b", "c", "1", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "\\D", "[a-c1]", "[^\\s-]", "-"
    };
    return atoms[random.nextInt(atoms.length)];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^a", "a$", "\\bword", "(?i)a", "a*", "(a*)*", "", "a|", "(?m)^a", "\\pL+", "(|a)+"
      })
  void leavesTheRestToRe2(String pattern) throws InvalidPattern {
    assertThat(Automaton.of(translated(pattern))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR user=u[0-9]+ took [0-9]+ms",
        "[0-9]+\\.[0-9]+",
        "(?P<key>\\w+)=(\\d{1,3})",
        "\\x41[^\\]]+",
        "a.*?b"
      })
  void takesPlainPatterns(String pattern) throws InvalidPattern {
    assertThat(Automaton.of(translated(pattern))).isNotNull();
  }

  /** Every place may begin a match that never ends: the work must not be done for each again. */
  @Test
  void staysLinearWhereManyMatchesBeginAndNoneEnds() throws InvalidPattern {
    String translated = translated("a+[ab]*c");
    Automaton automaton = Automaton.of(translated);
    String text = "ab".repeat(200_000);
    long begun = System.nanoTime();
    assertThat(all(translated, automaton, text)).isEmpty();
    assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
  }

  /** Such a pattern has as many states as there are subsets of its places. */
  @Test
  void givesUpBeforeItGrowsTooLarge() throws InvalidPattern {
    String translated = translated("[ab]*a[ab]{40}c");
    Automaton automaton = Automaton.of(translated);
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append(random.nextBoolean() ? 'a' : 'b');
    }
    text.append("a".repeat(41)).append('c');
    assertThat(all(translated, automaton, text.toString()))
        .isEqualTo(all(translated, null, text.toString()))
        .hasSize(1);
  }
}
