package ruff.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void findsANameWithTwoLettersSwapped() {
    assertThat(Spelling.nearest("fromat", List.of("check", "format", "run"))).isEqualTo("format");
  }

  @Test
  void prefersTheNearerName() {
    assertThat(Spelling.nearest("totl_price", List.of("tot_prices", "total_price")))
        .isEqualTo("total_price");
  }

  @Test
  void takesTheAlphabeticallyFirstOfEquals() {
    assertThat(Spelling.nearest("item", List.of("itex", "itea", "iteb"))).isEqualTo("itea");
  }

  @Test
  void findsNothingBeyondThreeEdits() {
    assertThat(Spelling.nearest("frobnicate", List.of("run", "format", "frob"))).isNull();
  }

  @Test
  void findsNothingBeyondHalfOfAShortWord() {
    assertThat(Spelling.nearest("ab", List.of("xy", "abcd"))).isNull();
    assertThat(Spelling.nearest("ab", List.of("ax"))).isEqualTo("ax");
  }

  @Test
  void doesNotOfferTheWordItself() {
    assertThat(Spelling.nearest("count", List.of("count"))).isNull();
  }

  @Property
  void distanceIsSymmetricAndZeroOnlyForEqualWords(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertThat(Spelling.distance(a, b)).isEqualTo(Spelling.distance(b, a));
    assertThat(Spelling.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Spelling.distance(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
  }
}
