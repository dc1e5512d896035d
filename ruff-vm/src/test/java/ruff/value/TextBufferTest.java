package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBufferTest {
  private static final String START = "s".repeat(300);

  @Test
  void everyViewKeepsItsTextWhenOthersAreMadeLonger() {
    TextBuffer base = TextBuffer.joining(START, "-");
    TextBuffer left = base.append("left");
    TextBuffer right = base.append("right");
    TextBuffer longer = left.append("!");
    assertThat(base.toString()).isEqualTo(START + "-");
    assertThat(left.toString()).isEqualTo(START + "-left");
    assertThat(right.toString()).isEqualTo(START + "-right");
    assertThat(longer.toString()).isEqualTo(START + "-left!");
  }

  @Test
  void aRowOfAppendsIsLinear() {
    Object text = START;
    long started = System.nanoTime();
    for (int i = 0; i < 2_000_000; i++) {
      text = Text.concat(text, "x");
    }
    assertThat(Text.length(text)).isEqualTo(2_000_300);
    assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
  }

  @Test
  void longAndShortViewsOfOneStoreAreFlattenedOnTheirOwn() {
    TextBuffer view = TextBuffer.joining(START, "");
    List<TextBuffer> views = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      view = view.append(Integer.toString(i % 10));
      views.add(view);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(views.get(i).toString()).hasSize(301 + i).endsWith(Integer.toString(i % 10));
    }
  }

  @Test
  void charactersBeyondLatinLeaveShorterViewsAsTheyAre() {
    TextBuffer latin = TextBuffer.joining(START, "caf\u00e9");
    TextBuffer wide = latin.append(" \u20ac \ud83d\ude00");
    assertThat(latin.toString()).isEqualTo(START + "caf\u00e9");
    assertThat(latin.charAt(303)).isEqualTo('\u00e9');
    assertThat(wide.toString()).isEqualTo(START + "caf\u00e9 \u20ac \ud83d\ude00");
    assertThat(wide.codePointCount()).isEqualTo(308);
    assertThat(latin.append("!").toString()).isEqualTo(START + "caf\u00e9!");
  }

  @Test
  void charactersAndPartsAreThoseOfTheView() {
    TextBuffer view = TextBuffer.joining(START, "ab");
    view.append("cd");
    assertThat(view.length()).isEqualTo(302);
    assertThat(view.charAt(301)).isEqualTo('b');
    assertThat(view.subSequence(300, 302)).isEqualTo("ab");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> view.charAt(302))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
