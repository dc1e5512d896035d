package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Strings must behave like arrays of code points, whatever holds them. */
class TextTest {
  @Property(tries = 1000)
  void positionsCountCodePoints(@ForAll("texts") String text) {
    int[] points = text.codePoints().toArray();
    for (Object form : forms(text)) {
      assertThat(Text.length(form)).isEqualTo(points.length);
      for (int i = 0; i < points.length; i++) {
        String expected = Character.toString(points[i]);
        assertThat(Text.charAt(form, i)).isEqualTo(expected);
        assertThat(Text.charAt(form, i - points.length)).isEqualTo(expected);
      }
      assertThat(Text.charAt(form, points.length)).isNull();
      assertThat(Text.charAt(form, -1L - points.length)).isNull();
      assertThat(Text.charAt(form, Long.MIN_VALUE)).isNull();
    }
  }

  @Property(tries = 1000)
  void substringsAreCutByCodePoints(@ForAll("texts") String text, @ForAll int a, @ForAll int b) {
    int[] points = text.codePoints().toArray();
    int from = Math.floorMod(a, points.length + 1);
    int to = from + Math.floorMod(b, points.length + 1 - from);
    String expected = new String(points, from, to - from);
    for (Object form : forms(text)) {
      assertThat(Text.substring(form, from, to)).isEqualTo(expected);
    }
    int found = Text.indexOf(text, expected);
    assertThat(found).isEqualTo(text.codePointCount(0, text.indexOf(expected)));
  }

  @Property
  void comparisonFollowsCodePoints(@ForAll("texts") String left, @ForAll("texts") String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    int expected = Integer.signum(java.util.Arrays.compare(a, b));
    for (Object form : forms(left)) {
      assertThat(Integer.signum(Text.compare(form, right))).isEqualTo(expected);
      assertThat(Text.equal(form, right)).isEqualTo(expected == 0);
      assertThat(Equality.equal(right, form)).isEqualTo(expected == 0);
    }
  }

  @Property(tries = 300)
  void concatenationJoinsWhateverTheParts(@ForAll("rows") List<String> parts) {
    Object joined = "";
    StringBuilder expected = new StringBuilder();
    for (String part : parts) {
      joined = Text.concat(joined, part);
      expected.append(part);
      assertThat(Text.length(joined)).isEqualTo(expected.codePoints().count());
    }
    assertThat(Text.of(joined)).isEqualTo(expected.toString());
  }

  @Test
  void longTextIsComparedBeyondItsCommonStart() {
    String start = "x".repeat(10_000);
    assertThat(Text.compare(start + "a", start + "b")).isNegative();
    assertThat(Text.compare(start + "\uD83D\uDE00", start + "\uFFFD")).isPositive();
    assertThat(Text.compare(start, start + "b")).isNegative();
    assertThat(Text.compare(start, start)).isZero();
  }

  @Test
  void codePointsBecomeStrings() {
    assertThat(Text.ofCodePoint('a')).isEqualTo("a");
    assertThat(Text.ofCodePoint(0x20AC)).isEqualTo("\u20AC");
    assertThat(Text.ofCodePoint(0x1F600)).isEqualTo("\uD83D\uDE00");
    assertThat(Text.ofCodePoint(0x1F600 + 1024)).isEqualTo(Character.toString(0x1F600 + 1024));
    assertThat(Text.ofCodePoint(0x1F600)).isEqualTo("\uD83D\uDE00");
  }

  private static List<Object> forms(String text) {
    int half = text.length() / 2;
    if (half > 0 && Character.isHighSurrogate(text.charAt(half - 1))) {
      half--;
    }
    TextBuffer buffer = TextBuffer.joining(text.substring(0, half), text.substring(half));
    return List.of(text, buffer);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        parts("a", "b", "\u00E9").map(parts -> String.join("", parts)),
        parts("a", "\u20AC", "\uFFFD").map(parts -> String.join("", parts)),
        parts("a", "\uD83D\uDE00", "\uFFFD").map(parts -> String.join("", parts)));
  }

  @Provide
  Arbitrary<List<String>> rows() {
    return Arbitraries.of("a", "b".repeat(300), "\u20AC", "\uD83D\uDE00".repeat(40))
        .list()
        .ofMaxSize(30);
  }

  private static Arbitrary<List<String>> parts(String... units) {
    return Arbitraries.of(units).list().ofMaxSize(300);
  }
}
