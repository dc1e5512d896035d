package ruff.stdlib.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruff.stdlib.Natives;
import ruff.value.BytesValue;
import ruff.value.RuffError;
import ruff.value.SequenceValue;

class FileNativesTest {
  @TempDir private Path folder;
  private Natives natives;

  @BeforeEach
  void startInTheFolder() throws IOException {
    folder = folder.toRealPath();
    natives = new Natives(folder);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void writesTextThatCanBeReadBack() {
    assertThat(natives.call("write_file", "a.txt", "naïve 漢字 😀")).isEqualTo(true);
    assertThat(natives.call("read_file", "a.txt")).isEqualTo("naïve 漢字 😀");
    assertThat(natives.call("file_size", "a.txt")).isEqualTo(18L);
  }

  @Test
  void anEmptyPathNamesNothing() {
    assertThat(natives.message("read_file", ""))
        .isEqualTo("Cannot read file '': No such file or directory (os error 2)");
    assertThat(natives.call("file_exists", "")).isEqualTo(false);
    assertThat(natives.message("list_dir", "")).contains("(os error 2)");
  }

  @Test
  void aPathThatNoFileCanHaveIsAnInvalidArgument() {
    assertThat(natives.message("read_file", "a\0b"))
        .isEqualTo("Cannot read file 'a\0b': Invalid argument (os error 22)");
    assertThat(natives.call("path_exists", "a\0b")).isEqualTo(false);
  }

  @Test
  void aFileIsNotAFolderJustBecauseOfASlash() throws IOException {
    write("a.txt", "x");
    assertThat(natives.message("read_file", "a.txt/"))
        .isEqualTo("Cannot read file 'a.txt/': Not a directory (os error 20)");
    assertThat(natives.message("read_file", "a.txt/b")).contains("Not a directory (os error 20)");
  }

  @Test
  void linksInACircleEndInAnError() throws IOException {
    Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    assertThat(natives.message("read_file", "one"))
        .isEqualTo("Cannot read file 'one': Too many levels of symbolic links (os error 40)");
  }

  @Test
  void aNameCanBeTooLong() {
    assertThat(natives.message("write_file", "x".repeat(300), ""))
        .endsWith("File name too long (os error 36)");
  }

  @Test
  void filesWithoutASizeAreReadToTheirEndAndNotFurtherThanTheLimit() {
    assertThat((String) natives.call("read_file", "/proc/self/status")).contains("Name:");
    assertThat(natives.message("read_file", "/dev/zero"))
        .isEqualTo(
            "Cannot read file '/dev/zero': exceeds maximum read size (8388609 bytes > 8388608"
                + " bytes)");
    assertThat(((BytesValue) natives.call("io_read_bytes", "/dev/zero", 5)).length()).isEqualTo(5);
  }

  @Test
  void aHugeCountReservesNoMoreThanTheFileHolds() throws IOException {
    write("a.txt", "abc");
    Object bytes = natives.call("io_read_bytes", "a.txt", Long.MAX_VALUE);
    assertThat(bytes).isEqualTo(new BytesValue("abc".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void linesEndWithLineFeedOrCarriageReturnAndLineFeed() throws IOException {
    write("a.txt", "one\r\ntwo\rstill\n\nlast\r");
    assertThat(natives.show("read_lines", "a.txt")).isEqualTo("[one, two\rstill, , last\r]");
    write("b.txt", "");
    assertThat(natives.show("read_lines", "b.txt")).isEqualTo("[]");
  }

  @Test
  void fileLinesGivesTheSameLinesOneByOne() throws IOException {
    String longLine = "é".repeat(20_000);
    write("a.txt", "one\r\n\n" + longLine + "\n" + longLine);
    SequenceValue lines = (SequenceValue) natives.call("file_lines", "a.txt");
    assertThat(lines.next()).isEqualTo("one");
    assertThat(lines.next()).isEqualTo("");
    assertThat(lines.next()).isEqualTo(longLine);
    assertThat(lines.next()).isEqualTo(longLine);
    assertThat(lines.next()).isNull();
    assertThat(lines.next()).isNull();
  }

  @Test
  void fileLinesHasNoLimitOfSize() throws IOException {
    write("a.txt", "0123456789abcdef\n".repeat(600_000));
    SequenceValue lines = (SequenceValue) natives.call("file_lines", "a.txt");
    int count = 0;
    while (lines.next() != null) {
      count++;
    }
    assertThat(count).isEqualTo(600_000);
  }

  @Test
  void fileLinesComplainsAboutBytesThatAreNoText() throws IOException {
    Files.write(folder.resolve("a.bin"), new byte[] {'o', 'k', '\n', -1, '\n'});
    SequenceValue lines = (SequenceValue) natives.call("file_lines", "a.bin");
    assertThat(lines.next()).isEqualTo("ok");
    assertThatThrownBy(lines::next)
        .isInstanceOf(RuffError.class)
        .hasMessage("Cannot read file 'a.bin': stream did not contain valid UTF-8");
  }

  @Test
  void writingWithoutOverwriteDoesNotFollowALinkIntoNothing() throws IOException {
    Files.createSymbolicLink(folder.resolve("dead"), Path.of("made.txt"));
    assertThat(natives.message("write_file", "dead", "x")).contains("file already exists");
    assertThat(folder.resolve("made.txt")).doesNotExist();
  }

  @Test
  void overwritingWritesThroughALinkAndKeepsTheMode() throws IOException {
    Path file = write("a.txt", "old and long");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
    natives.call("write_file", "link", "new", true);
    assertThat(file).hasContent("new");
    assertThat(Files.isSymbolicLink(folder.resolve("link"))).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void copyingKeepsThePermissionBits() throws IOException {
    Path source = write("a.sh", "echo");
    Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxr-x--x"));
    natives.call("copy_file", "a.sh", "b.sh");
    assertThat(folder.resolve("b.sh")).hasContent("echo");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("b.sh"))))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void copyingAFileOntoALinkToItselfLosesNothing() throws IOException {
    write("a.txt", "precious");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
    assertThat(natives.message("copy_file", "a.txt", "link"))
        .isEqualTo("Cannot copy file 'a.txt' to 'link': source and destination are the same file");
    assertThat(folder.resolve("a.txt")).hasContent("precious");
  }

  @Test
  void foldersAndDevicesAreNotCopied() {
    assertThat(natives.message("copy_file", "/dev/zero", "z"))
        .endsWith("neither a regular file nor a symlink to a regular file");
    assertThat(natives.message("copy_file", ".", "z"))
        .endsWith("neither a regular file nor a symlink to a regular file");
  }

  @Test
  void aRangeCanBeCopiedWithinOneFile() throws IOException {
    write("a.txt", "0123456789".repeat(20_000));
    natives.call("io_copy_range", "a.txt", "a.txt", 5, 150_000);
    assertThat(Files.readString(folder.resolve("a.txt")))
        .isEqualTo("0123456789".repeat(20_000).substring(5, 150_005));
  }

  @Test
  void aRangeThatCannotBeReadLeavesTheOtherFileAlone() throws IOException {
    write("b.txt", "kept");
    assertThat(natives.message("io_copy_range", ".", "b.txt", 0, 5))
        .isEqualTo("Cannot read from '.': Is a directory (os error 21)");
    assertThat(folder.resolve("b.txt")).hasContent("kept");
  }

  @Test
  void truncatingCutsAndExtends() throws IOException {
    write("a.bin", "abc");
    natives.call("io_truncate", "a.bin", 1);
    natives.call("io_truncate", "a.bin", 3.9);
    assertThat(Files.readAllBytes(folder.resolve("a.bin"))).containsExactly('a', 0, 0);
  }

  @Test
  void listsNamesInTheOrderOfTheirBytes() throws IOException {
    for (String name : new String[] {"b", "B", "é", "10", "9", "\uFF5E", "😀"}) {
      write(name, "");
    }
    assertThat(natives.show("list_dir", ".")).isEqualTo("[10, 9, B, b, é, \uFF5E, 😀]");
  }

  @Test
  void deletesALinkButNotTheFolderBehindIt() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("to_sub"), Path.of("sub"));
    Files.createSymbolicLink(folder.resolve("dead"), Path.of("nothing"));
    assertThat(natives.message("delete_file", "to_sub"))
        .isEqualTo("Cannot delete file 'to_sub': path is a directory");
    assertThat(natives.message("os_rmdir", "to_sub")).contains("Not a directory (os error 20)");
    assertThat(natives.call("delete_file", "dead")).isEqualTo(true);
    assertThat(folder.resolve("sub")).isDirectory();
  }

  @Test
  void theWorkingDirectoryBelongsToTheProgramAlone() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    write("sub/x.txt", "here");
    Natives other = new Natives(folder);
    natives.call("os_chdir", "sub");
    assertThat(natives.call("read_file", "x.txt")).isEqualTo("here");
    assertThat(natives.call("os_getcwd")).isEqualTo(folder.resolve("sub").toString());
    assertThat(other.call("os_getcwd")).isEqualTo(folder.toString());
    assertThat(natives.message("os_chdir", "x.txt")).contains("Not a directory (os error 20)");
  }

  @Test
  void aWorkingDirectoryThatIsGoneIsAnError() throws IOException {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    natives.call("os_chdir", "sub");
    Files.delete(sub);
    assertThat(natives.message("os_getcwd"))
        .isEqualTo("Cannot get current directory: No such file or directory (os error 2)");
  }

  @Test
  void metadataFollowsLinks() throws IOException {
    Path file = write("a.txt", "abc");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
    assertThat(natives.show("io_file_metadata", "link"))
        .contains("\"is_dir\": false, \"is_file\": true")
        .contains("\"readonly\": true, \"size\": 3");
  }
}
