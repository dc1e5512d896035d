package ruff.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.host.Output.Flushing;

class OutputTest {
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private final List<IOException> failures = new ArrayList<>();

  @Test
  void keepsTextUntilItIsFlushed() {
    Output output = new Output(target, Flushing.WHEN_FULL, failures::add);
    output.write("größe ☃ 😀\n");
    assertThat(written()).isEmpty();

    output.flush();
    assertThat(written()).isEqualTo("größe ☃ 😀\n");
  }

  @Test
  void givesOutWholeTextsWhenTheBufferIsFull() {
    Output output = new Output(target, Flushing.WHEN_FULL, failures::add);
    String line = "x".repeat(999) + "\n";
    for (int i = 0; i < 9; i++) {
      output.write(line);
    }
    assertThat(written()).isEqualTo(line.repeat(8));
  }

  @Test
  void writesATextThatIsLargerThanTheBufferAfterWhatCameBefore() {
    Output output = new Output(target, Flushing.WHEN_FULL, failures::add);
    String large = "y".repeat(100_000);
    output.write("first ");
    output.write(large);
    assertThat(written()).isEqualTo("first " + large);
  }

  @Test
  void givesOutEveryTextAtOnceOnATerminal() {
    Output output = new Output(target, Flushing.ALWAYS, failures::add);
    output.write("name? ");
    assertThat(written()).isEqualTo("name? ");
  }

  @Test
  void reportsAFailureOnceAndSwallowsTheRest() {
    Output output = new Output(new ClosedPipe(), Flushing.ALWAYS, failures::add);
    output.write("a");
    output.write("b");
    output.flush();
    assertThat(failures)
        .singleElement()
        .extracting(IOException::getMessage)
        .isEqualTo("Broken pipe");
  }

  @Test
  void neverMixesTheTextsOfTwoThreads() throws InterruptedException {
    Output output = new Output(target, Flushing.WHEN_FULL, failures::add);
    List<Thread> threads = new ArrayList<>();
    for (String letter : List.of("a", "b", "c", "d")) {
      String line = letter.repeat(50) + "\n";
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 500; i++) {
                      output.write(line);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    output.flush();
    assertThat(written().lines())
        .hasSize(2000)
        .allMatch(line -> line.matches("a{50}|b{50}|c{50}|d{50}"));
  }

  private String written() {
    return target.toString(StandardCharsets.UTF_8);
  }

  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
