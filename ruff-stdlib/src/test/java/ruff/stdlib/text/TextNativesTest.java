package ruff.stdlib.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.Text;

class TextNativesTest {
  private final Natives natives = new Natives();

  @Test
  void trimGoesByUnicodeWhiteSpace() {
    assertThat(natives.call("trim", "\u00a0\u2003\u0085 a \u3000\n")).isEqualTo("a");
    assertThat(natives.call("trim", "\u200b a")).isEqualTo("\u200b a");
    assertThat(natives.call("trim_start", " a ")).isEqualTo("a ");
    assertThat(natives.call("trim_end", " a ")).isEqualTo(" a");
  }

  @Test
  void lettersChangeCaseAsUnicodeSays() {
    assertThat(natives.call("to_lower", "ΟΔΟΣ")).isEqualTo("οδος");
    assertThat(natives.call("capitalize", "ßx")).isEqualTo("SSx");
    assertThat(natives.call("capitalize", "")).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300, 100_000})
  void splitFindsTheSamePiecesHoweverOftenTheyComeBack(int words) {
    Random random = new Random(words);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6000; i++) {
      int word = random.nextInt(words);
      text.append("é𝄞word that is long".repeat(word % 3).substring(word % 3))
          .append(word)
          .append(", ");
    }
    ArrayValue parts = (ArrayValue) natives.call("split", text.toString(), ", ");
    assertThat(parts.toObjects()).containsExactly((Object[]) text.toString().split(", ", -1));
  }

  @Test
  void splitKeepsEmptyParts() {
    assertThat(natives.show("split", "", ",")).isEqualTo("[]");
    assertThat(natives.show("len", natives.call("split", "", ","))).isEqualTo("1");
    assertThat(natives.show("split", ",a,", ",")).isEqualTo("[, a, ]");
    assertThat(natives.show("split", "a😀", "")).isEqualTo("[, a, 😀, ]");
    assertThat(natives.show("split", "a--b---c", "--")).isEqualTo("[a, b, -c]");
  }

  @Test
  void anEmptyPartStandsBetweenAllCharacters() {
    assertThat(natives.call("replace", "a😀", "", "-")).isEqualTo("-a-😀-");
    assertThat(natives.call("replace", "", "", "-")).isEqualTo("-");
  }

  @Test
  void linesEndInOneOfTwoWays() {
    assertThat(natives.show("lines", "a\r\nb\rc\n\nd")).isEqualTo("[a, b\rc, , d]");
    assertThat(natives.show("lines", "")).isEqualTo("[]");
    assertThat(natives.show("lines", "\n")).isEqualTo("[]");
    assertThat(natives.call("len", natives.call("lines", "\n"))).isEqualTo(1L);
  }

  @Test
  void positionsCountCodePoints() {
    assertThat(natives.call("substring", "a😀bc", 1, 3)).isEqualTo("😀b");
    assertThat(natives.call("substring", "abc", -5, 2.9)).isEqualTo("ab");
    assertThat(natives.call("substring", "abc", 2, 1)).isEqualTo("");
    assertThat(natives.call("substring", "abc", 7, 9)).isEqualTo("");
    assertThat(natives.call("char_at", "a😀b", 2)).isEqualTo("b");
    assertThat(natives.call("char_at", "abc", -1)).isEqualTo("");
    assertThat(natives.call("char_at", "abc", 3)).isEqualTo("");
    assertThat(natives.call("index_of", "😀😀b", "b")).isEqualTo(2L);
    assertThat(natives.call("index_of", "abc", "")).isEqualTo(0L);
    assertThat(natives.call("str_reverse", "a😀b")).isEqualTo("b😀a");
    assertThat(natives.call("count_chars", "a😀b")).isEqualTo(3L);
  }

  @Test
  void paddingFillsUpToAWidthInCharacters() {
    assertThat(natives.call("pad_left", "😀", 3, "·x")).isEqualTo("··😀");
    assertThat(natives.call("pad_right", "ab", 4, "")).isEqualTo("ab  ");
    assertThat(natives.call("pad_left", "abc", -1, "x")).isEqualTo("abc");
  }

  @Test
  void textsThatCannotBeHeldAreErrors() {
    assertThat(natives.message("repeat", "ab", Long.MAX_VALUE))
        .isEqualTo("repeat() result too large");
    assertThat(natives.message("pad_left", "ab", Long.MAX_VALUE, "x"))
        .isEqualTo("pad_left() result too large");
    assertThat(natives.message("pad_right", "ab", 1e18, "x"))
        .isEqualTo("pad_right() result too large");
    assertThat(natives.call("repeat", "", Long.MAX_VALUE)).isEqualTo("");
    assertThat(natives.call("repeat", "ab", -1)).isEqualTo("");
  }

  @Test
  void truncateKeepsALongSuffixWhole() {
    assertThat(natives.call("truncate", "abcdef", 3, "....")).isEqualTo("....");
    assertThat(natives.call("truncate", "abcdef", -1, "...")).isEqualTo("abcdef");
    assertThat(natives.call("truncate", "abcdef", 6, "...")).isEqualTo("abcdef");
    assertThat(natives.call("truncate", "ab😀def", 5, "..")).isEqualTo("ab😀..");
  }

  @Test
  void namesFollowTheirStyles() {
    assertThat(natives.call("to_camel_case", "helloWorld")).isEqualTo("helloworld");
    assertThat(natives.call("to_camel_case", "  two words")).isEqualTo("twoWords");
    assertThat(natives.call("to_snake_case", "HTTPServer")).isEqualTo("httpserver");
    assertThat(natives.call("to_snake_case", "HelloWorld Foo")).isEqualTo("hello_world_foo");
    assertThat(natives.call("to_snake_case", "_a.b--c_")).isEqualTo("ab_c");
    assertThat(natives.call("to_kebab_case", "helloWorld")).isEqualTo("hello-world");
    assertThat(natives.call("slugify", " Well-known: Ünï_code  ½ "))
        .isEqualTo("well-known-ünï-code-½");
  }

  @Test
  void formatCopiesWhatItDoesNotKnow() {
    assertThat(natives.call("format", "%5d %.2f %x %", 1)).isEqualTo("%5d %.2f %x %");
    assertThat(natives.call("format", "%d %d %f", 3.9, true, 2.0)).isEqualTo("3 1 2");
    assertThat(natives.message("format", "%s %s", 1))
        .isEqualTo("format() missing argument for placeholder %s");
    assertThat(natives.message("format", "%d", "x"))
        .isEqualTo("format() %d requires numeric argument, got Str(\"x\")");
    assertThat(natives.message("format", "%f", true))
        .isEqualTo("format() %f requires numeric argument, got Bool(true)");
  }

  @Test
  void textsBehindAccumulatorsAreTextsLikeAnyOther() {
    Object text = Text.concat("x".repeat(300), "yz");
    assertThat(text).isNotInstanceOf(String.class);
    assertThat(natives.call("len", text)).isEqualTo(302L);
    assertThat(natives.call("char_at", text, 301)).isEqualTo("z");
    assertThat(natives.call("ends_with", text, "yz")).isEqualTo(true);
    assertThat(natives.call("contains", text, "xy")).isEqualTo(1L);
    assertThat(natives.call("is_string", text)).isEqualTo(true);
  }
}
