package ruff.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The declarations of the library as data; nothing that runs programs reads them. */
public final class Declarations {
  private Declarations() {}

  /** The text that {@link ruff.natives.NativeIndex} reads. */
  public static String index() {
    try (InputStream in = Declarations.class.getResourceAsStream("natives.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
