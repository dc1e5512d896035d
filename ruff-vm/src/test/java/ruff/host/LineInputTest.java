package ruff.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineInputTest {
  @Test
  void readsLinesOfEveryEnding() throws IOException {
    LineInput input = input("one\ntwo\r\n\nlast");
    assertThat(input.readLine()).isEqualTo("one");
    assertThat(input.readLine()).isEqualTo("two");
    assertThat(input.readLine()).isEmpty();
    assertThat(input.readLine()).isEqualTo("last");
    assertThat(input.readLine()).isNull();
  }

  @Test
  void readsLinesThatAreLongerThanTheBuffer() throws IOException {
    String longLine = "ü".repeat(20_000);
    LineInput input = input(longLine + "\nnext\n");
    assertThat(input.readLine()).isEqualTo(longLine);
    assertThat(input.readLine()).isEqualTo("next");
    assertThat(input.readLine()).isNull();
  }

  @Test
  void readsWhatIsLeftUpToALimit() throws IOException {
    LineInput input = input("head\n0123456789");
    input.readLine();
    assertThat(input.readAll(4)).hasSize(5);
    assertThat(input.skipAll()).isEqualTo(5);
    assertThat(input.readAll(4)).isEmpty();
  }

  @Test
  void readsNothingFromAnEmptyStream() throws IOException {
    assertThat(input("").readLine()).isNull();
  }

  private static LineInput input(String text) {
    return new LineInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
