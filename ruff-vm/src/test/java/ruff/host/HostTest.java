package ruff.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostTest {
  private final Path folder = Path.of("/somewhere");

  @Test
  void anIsolatedHostHasItsOwnFolderAndVariables() {
    Host host = inMemory();
    host.environment().set("NAME", "first");
    Host other = host.isolated("", new ByteArrayOutputStream(), new ByteArrayOutputStream());

    other.environment().set("NAME", "second");
    other.directory().change(Path.of("/elsewhere"));

    assertThat(host.environment().get("NAME")).isEqualTo("first");
    assertThat(host.directory().current()).isEqualTo(folder);
    assertThat(other.environment().snapshot()).isEqualTo(Map.of("NAME", "second"));
  }

  @Test
  void relativePathsStartFromTheWorkingDirectory() {
    WorkingDirectory directory = new WorkingDirectory(folder);
    assertThat(directory.resolve("a/../b")).isEqualTo(Path.of("/somewhere/a/../b"));
    assertThat(directory.resolve("/etc")).isEqualTo(Path.of("/etc"));
  }

  @Test
  void aVariableThatIsNotSetIsNull() {
    assertThat(inMemory().environment().get("NAME")).isNull();
  }

  @Test
  void systemErrorsCarryTheWordsAndTheNumber() {
    assertThat(SystemError.of(new NoSuchFileException("x")).text())
        .isEqualTo("No such file or directory (os error 2)");
    assertThat(SystemError.of(new FileSystemException("x", null, "File name too long")))
        .isEqualTo(SystemError.NAME_TOO_LONG);
    assertThat(SystemError.of(new IOException("write: Broken pipe")))
        .isEqualTo(SystemError.BROKEN_PIPE);
    assertThat(SystemError.of(new IOException())).isEqualTo(SystemError.IO);
  }

  private Host inMemory() {
    return Host.inMemory("", new ByteArrayOutputStream(), new ByteArrayOutputStream(), folder);
  }
}
