package ruff.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ruff.host.Host;
import ruff.jit.JitLog;

/**
 * Keeps what the compiler tells in files, for those who work on it.
 *
 * @param out gets the lines, or null
 * @param classes the folder that gets a file for each class, or null
 */
record JitJournal(Host host, PrintStream out, Path classes) implements JitLog.Reader {
  static JitJournal of(Host host, Path file, Path classes) {
    try {
      if (classes != null) {
        Files.createDirectories(classes);
      }
      PrintStream out = file == null ? null : new PrintStream(Files.newOutputStream(file), true);
      return new JitJournal(host, out, classes);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void line(String text) {
    if (out != null) {
      out.println(text);
    }
  }

  @Override
  public void made(String name, byte[] bytes) {
    if (classes != null) {
      try {
        Files.write(classes.resolve(name + ".class"), bytes);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  @Override
  public long now() {
    return host.clock().nanoTime();
  }
}
