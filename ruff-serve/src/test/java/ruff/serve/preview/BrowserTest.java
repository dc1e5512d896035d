package ruff.serve.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How browsers are opened. */
class BrowserTest {
  private static final String ADDRESS = "http://127.0.0.1:8080/";

  @Test
  void everySystemHasItsCommand() {
    assertThat(Browser.command("Linux", ADDRESS)).containsExactly("xdg-open", ADDRESS);
    assertThat(Browser.command("Mac OS X", ADDRESS)).containsExactly("open", ADDRESS);
    assertThat(Browser.command("Windows 11", ADDRESS)).contains("rundll32", ADDRESS);
  }
}
