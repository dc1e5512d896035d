package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
  void anotherThreadReadsAndAppendsWithoutDisturbing() throws InterruptedException {
    TextBuffer base = TextBuffer.joining(START, "-");
    AtomicReference<String> seen = new AtomicReference<>();
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  TextBuffer view = base;
                  for (int i = 0; i < 10_000; i++) {
                    view = view.append("b");
                  }
                  seen.set(view.toString());
                });
    TextBuffer mine = base;
    for (int i = 0; i < 10_000; i++) {
      mine = mine.append("a");
    }
    other.join();
    assertThat(mine.toString()).isEqualTo(START + "-" + "a".repeat(10_000));
    assertThat(seen.get()).isEqualTo(START + "-" + "b".repeat(10_000));
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
