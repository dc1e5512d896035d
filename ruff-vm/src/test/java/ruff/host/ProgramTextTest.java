package ruff.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTextTest {
  @TempDir Path folder;

  @Test
  void readsAFileWithoutItsByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("größe.ruff"), "\uFEFFprint(\"ü\")\n");
    assertThat(read(file)).isEqualTo(new ProgramText.Read("print(\"ü\")\n"));
  }

  @Test
  void saysWhatTheSystemSaysOfAMissingFile() {
    assertThat(read(folder.resolve("absent.ruff")))
        .isEqualTo(new ProgramText.Unreadable("No such file or directory (os error 2)"));
  }

  @Test
  void saysThatAFolderIsOne() {
    assertThat(read(folder)).isEqualTo(new ProgramText.Unreadable("Is a directory (os error 21)"));
  }

  @Test
  void saysThatAFileUnderAFileHasNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "");
    assertThat(read(file.resolve("b.ruff")))
        .isEqualTo(new ProgramText.Unreadable("Not a directory (os error 20)"));
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("x.ruff"), new byte[] {'a', (byte) 0xC3, 'b'});
    assertThat(read(file))
        .isEqualTo(new ProgramText.Unreadable("stream did not contain valid UTF-8"));
  }

  @Test
  void acceptsTheLargestProgramAndRefusesOneByteMore() throws IOException {
    Path file = Files.write(folder.resolve("x.ruff"), spaces(ProgramText.MAX_BYTES));
    assertThat(read(file)).isInstanceOf(ProgramText.Read.class);

    Files.write(file, spaces(ProgramText.MAX_BYTES + 1));
    assertThat(read(file)).isEqualTo(new ProgramText.TooLarge(ProgramText.MAX_BYTES + 1L));
  }

  @Test
  void countsAllOfATooLargeInput() {
    LineInput input = new LineInput(new ByteArrayInputStream(spaces(3_000_000)));
    ProgramText text = ProgramText.ofInput(input);
    assertThat(text).isEqualTo(new ProgramText.TooLarge(3_000_000));
    assertThat(((ProgramText.TooLarge) text).message())
        .isEqualTo("Source size 3000000 bytes exceeds maximum allowed 1048576 bytes");
  }

  private static ProgramText read(Path file) {
    return ProgramText.ofFile(new SourceFiles(), file);
  }

  private static byte[] spaces(int count) {
    return " ".repeat(count).getBytes(StandardCharsets.UTF_8);
  }
}
