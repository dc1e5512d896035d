package ruff.stdlib.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;

class RegexNativesTest {
  private final Natives natives = new Natives();

  private String all(String text, String pattern) {
    return natives.show("regex_find_all", text, pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "hello123 ~ ^[a-z]+\\d+$ ~ [hello123]",
        "ab ~ a* ~ [a, ]",
        "é ~ ^\\w$ ~ [é]",
        "x\u00a0y ~ x\\sy ~ [x\u00a0y]",
        "٣a ~ \\d ~ [٣]",
        "foo bar ~ [a-z&&[^aeiou]]+ ~ [f, b, r]",
        "a1b2 ~ [a-z0-9--[0-9]] ~ [a, b]",
        "a]b ~ []] ~ []]",
        "x-y_z é ~ [\\w-]+ ~ [x-y_z, é]",
        "Ωμέγα abc ~ \\p{Greek}+ ~ [Ωμέγα]",
        "Ab ~ \\p{Uppercase_Letter} ~ [A]",
        "Ab ~ \\P{L} ~ []",
        "abc123 ~ [[:alpha:]]+ ~ [abc]",
        "abc123 ~ [[:^alpha:]]+ ~ [123]",
        "aaa ~ ^a++$ ~ [aaa]",
        "a b ~ (?x) a \\ b # white space and comments ~ [a b]",
        "aAa ~ (?i:A)a ~ [Aa]",
        "<a><b> ~ (?U)<.+> ~ [<a>, <b>]",
        "aé ~ \\x61\\u{e9} ~ [aé]",
        "😀a😀 ~ . ~ [😀, a, 😀]",
        "é1 x ~ [^\\W\\d] ~ [é, x]"
      })
  void findsWhatMatches(String text, String pattern, String found) {
    assertThat(all(text, pattern)).isEqualTo(found);
  }

  @Test
  void classesCanBeToldApart() {
    assertThat(all("abcd", "[a-c~~b-d]")).isEqualTo("[a, d]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "[",
        "*",
        "a{",
        "a{,2}",
        "a{2,1}",
        "(?=a)",
        "(?<=a)",
        "(a)\\1",
        "\\Z",
        "(?>a)",
        "\\",
        "\\q",
        "[z-a]",
        "[[:nothing:]]",
        "\\p{Nothing}",
        "(?P<1>a)",
        "(?P<a>x)(?P<a>y)",
        "(?z)",
        "(?)",
        "\\x{110000}",
        "\\Qa\\E",
        "a{5000}",
        "((a{500}){500}){500}"
      })
  void invalidPatternsMatchNothing(String pattern) {
    assertThat(natives.call("regex_match", "aab", pattern)).isEqualTo(false);
    assertThat(all("aab", pattern)).isEqualTo("[]");
    assertThat(natives.call("regex_replace", "aab", pattern, "x")).isEqualTo("aab");
    assertThat(natives.show("regex_split", "aab", pattern)).isEqualTo("[aab]");
  }

  @Test
  void emptyMatchesCountOnce() {
    assertThat(natives.call("len", natives.call("regex_find_all", "abc", ""))).isEqualTo(4L);
    assertThat(natives.call("regex_replace", "a😀", "", "-")).isEqualTo("-a-😀-");
  }

  @Test
  void splitKeepsEmptyParts() {
    assertThat(natives.show("regex_split", ",a,", ",")).isEqualTo("[, a, ]");
    assertThat(natives.show("regex_split", "a1b2", "(\\d)")).isEqualTo("[a, b, ]");
  }

  @ParameterizedTest
  @CsvSource({
    "one two, (\\w+) (\\w+), '$2, $1', 'two, one'",
    "one two, (\\w+) (\\w+), $1_$2, two",
    "one two, (\\w+) (\\w+), ${1}_$2, one_two",
    "one two, (?P<a>\\w+) (?<b>\\w+), $b-$a-${c}, two-one-",
    "abc, b, <$0$$$>, a<b$$>c",
    "abc, (x)?b, [$1$9], a[]c",
    "abc, b, \\1, a\\1c",
    "abc, b, ${, a${c",
    "abc, b, ${}, a${}c"
  })
  void fillsInGroups(String text, String pattern, String replacement, String result) {
    assertThat(natives.call("regex_replace", text, pattern, replacement)).isEqualTo(result);
  }

  @Test
  @Timeout(10)
  void noPatternTakesForEver() {
    String text = "a".repeat(50_000) + "!";
    assertThat(natives.call("regex_match", text, "^(a+)+$")).isEqualTo(false);
    assertThat(natives.call("regex_match", text, "^(a|a)*$")).isEqualTo(false);
    assertThat(natives.call("regex_match", text, "(.*)(.*)(.*)(.*)b")).isEqualTo(false);
  }

  @Test
  void groupsMayNotBeTooDeep() {
    String deep = "(".repeat(100_000) + ")".repeat(100_000);
    assertThat(natives.call("regex_match", "a", deep)).isEqualTo(false);
    assertThat(natives.call("regex_match", "a", "[".repeat(100_000))).isEqualTo(false);
  }
}
