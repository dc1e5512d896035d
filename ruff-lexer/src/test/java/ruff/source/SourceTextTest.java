package ruff.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void countsColumnsInCodePoints() {
    SourceText source = new SourceText("a.ruff", "x\n\u00e9\ud83d\ude00y");

    assertThat(source.position(5)).isEqualTo(new Position(2, 3));
  }

  @Test
  void endsLinesAtEveryKindOfLineEnd() {
    SourceText source = new SourceText("a.ruff", "a\r\nb\rc\nd");

    assertThat(source.lineCount()).isEqualTo(4);
    assertThat(source.line(1)).isEqualTo("a");
    assertThat(source.line(2)).isEqualTo("b");
    assertThat(source.line(4)).isEqualTo("d");
    assertThat(source.position(3)).isEqualTo(new Position(2, 1));
    assertThat(source.position(7)).isEqualTo(new Position(4, 1));
  }

  @Test
  void countsNoColumnForAByteOrderMark() {
    SourceText source = new SourceText("a.ruff", "\uFEFFab\nc");

    assertThat(source.position(0)).isEqualTo(new Position(1, 1));
    assertThat(source.position(1)).isEqualTo(new Position(1, 1));
    assertThat(source.position(2)).isEqualTo(new Position(1, 2));
    assertThat(source.line(1)).isEqualTo("ab");
    assertThat(source.text()).startsWith("\uFEFF");
  }

  @Test
  void placesTheEndOfTheTextBehindItsLastCharacter() {
    assertThat(new SourceText("a.ruff", "").position(0)).isEqualTo(new Position(1, 1));
    assertThat(new SourceText("a.ruff", "ab").position(2)).isEqualTo(new Position(1, 3));
    assertThat(new SourceText("a.ruff", "ab\n").position(3)).isEqualTo(new Position(2, 1));
  }
}
