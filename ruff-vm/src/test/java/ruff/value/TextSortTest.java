package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextSortTest {
  @Property(tries = 500)
  void stringsAscendByCodePoint(@ForAll("rows") List<String> row) {
    String[] sorted = row.toArray(new String[0]);
    TextSort.sort(sorted);
    List<String> expected =
        row.stream()
            .sorted((a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()))
            .toList();
    assertThat(sorted).containsExactlyElementsOf(expected);
  }

  @Property(tries = 200)
  void equalStringsKeepTheirOrder(@ForAll("rows") List<String> row) {
    String[] fresh = row.stream().map(String::new).toArray(String[]::new);
    String[] sorted = fresh.clone();
    TextSort.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i].equals(sorted[i - 1])) {
        assertThat(place(fresh, sorted[i])).isGreaterThan(place(fresh, sorted[i - 1]));
      }
    }
  }

  private static int place(String[] row, String text) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] == text) {
        return i;
      }
    }
    throw new AssertionError(text);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("ab\u0000\u00FF").ofMaxLength(8),
            Arbitraries.integers().between(0, 300).map(i -> "common start " + i));
    Arbitrary<String> others =
        Arbitraries.of("\uD83D\uDE00", "\uFFFD", "abcdefgh\uFFFD", "abcdefgh\uD83D\uDE00");
    return Arbitraries.oneOf(
        words.list().ofMaxSize(200),
        Arbitraries.integers().between(0, 999).map(i -> "w" + i).list().ofMinSize(50).ofMaxSize(99),
        Arbitraries.oneOf(words, others).list().ofMaxSize(200));
  }
}
