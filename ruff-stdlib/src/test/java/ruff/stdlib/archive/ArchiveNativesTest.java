package ruff.stdlib.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruff.stdlib.Natives;

class ArchiveNativesTest {
  @TempDir private Path folder;
  private Natives natives;

  @BeforeEach
  void startInTheFolder() throws IOException {
    folder = folder.toRealPath();
    natives = new Natives(folder);
    Files.createDirectories(folder.resolve("src/sub/empty"));
    Files.writeString(folder.resolve("src/a.txt"), "alpha");
    Files.writeString(folder.resolve("src/sub/ü " + "long".repeat(40)), "beta");
  }

  private Object packed(String kind, String path) {
    Object archive = natives.call(kind + "_create", path);
    natives.call(kind + "_add_dir", archive, "src");
    natives.call(kind + "_close", archive);
    return archive;
  }

  private List<Path> tree(String name) throws IOException {
    Path root = folder.resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(root::relativize).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zip, unzip, x.zip",
    "tar, untar, x.tar",
    "tar, untar, x.tar.gz",
    "tar, untar, x.tgz"
  })
  void whatGoesInComesOut(String kind, String extract, String file) throws IOException {
    assertThat(natives.show(kind + "_create", "p")).isEqualTo("<" + kind + "archive p>");
    packed(kind, file);
    natives.call(extract, file, "out");
    assertThat(tree("out")).isEqualTo(tree("src"));
    assertThat(folder.resolve("out/a.txt")).hasContent("alpha");
  }

  @Test
  void zipEntriesCarryModesAndFoldersAreStored() throws IOException {
    packed("zip", "x.zip");
    try (ZipFile zip = new ZipFile(folder.resolve("x.zip").toFile())) {
      assertThat(Collections.list(zip.entries()).stream().map(ZipEntry::getName))
          .startsWith("a.txt", "sub/", "sub/empty/")
          .hasSize(4);
      assertThat(zip.getEntry("a.txt").getMethod()).isEqualTo(ZipEntry.DEFLATED);
      assertThat(zip.getEntry("sub/").getMethod()).isEqualTo(ZipEntry.STORED);
    }
  }

  @Test
  void anArchiveDoesNotTakeInItself() throws IOException {
    Object archive = natives.call("tar_create", "src/self.tar");
    natives.call("tar_add_dir", archive, "src");
    natives.call("tar_close", archive);
    natives.call("untar", "src/self.tar", "out");
    assertThat(folder.resolve("out/self.tar")).doesNotExist();
    assertThat(folder.resolve("out/a.txt")).exists();
  }

  @Test
  void foldersThatLinkToThemselvesEndInAnError() throws IOException {
    Files.createSymbolicLink(folder.resolve("src/loop"), Path.of("."));
    Object archive = natives.call("zip_create", "x.zip");
    assertThat(natives.message("zip_add_dir", archive, "src"))
        .contains("Too many levels of symbolic links (os error 40)");
  }

  @Test
  void pipesAreNotRead() throws Exception {
    new ProcessBuilder("mkfifo", folder.resolve("src/pipe").toString()).start().waitFor();
    Object archive = natives.call("zip_create", "x.zip");
    assertThat(natives.message("zip_add_dir", archive, "src"))
        .isEqualTo("Failed to read 'src/pipe': Invalid argument (os error 22)");
    assertThat(natives.message("zip_add_file", archive, "src/pipe"))
        .isEqualTo("Failed to read source file 'src/pipe': Invalid argument (os error 22)");
  }

  @Test
  void closedArchivesTakeNothing() {
    Object tar = packed("tar", "x.tar");
    assertThat(natives.message("tar_add_file", tar, "src/a.txt"))
        .isEqualTo("Tar archive has been closed");
    assertThat(natives.message("tar_close", tar)).isEqualTo("Tar archive has already been closed");
    assertThat(natives.message("zip_add_file", tar, "src/a.txt"))
        .isEqualTo("zip_add_file requires (ZipArchive, string_path) arguments");
  }

  @Test
  void aSecondEntryOfANameIsRefused() {
    Object tar = natives.call("tar_create", "x.tar");
    natives.call("tar_add_file", tar, "src/a.txt");
    assertThat(natives.message("tar_add_file", tar, "src/a.txt"))
        .isEqualTo("Failed to start tar entry 'a.txt': Duplicate filename: a.txt");
  }

  @Test
  void archivesLeftOpenAreCompletedAtTheEnd() {
    natives.call("zip_add_file", natives.call("zip_create", "x.zip"), "src/a.txt");
    natives.memory().close();
    assertThat(natives.show("unzip", "x.zip", "out")).isEqualTo("[out/a.txt]");
  }

  private interface Writing {
    void to(TarArchiveOutputStream tar) throws IOException;
  }

  private void tar(Writing writing) throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(Files.newOutputStream(folder.resolve("evil.tar")))) {
      writing.to(tar);
    }
  }

  private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] data)
      throws IOException {
    if (data.length > 0) {
      entry.setSize(data.length);
    }
    tar.putArchiveEntry(entry);
    tar.write(data);
    tar.closeArchiveEntry();
  }

  private void assertNothingComesOut(String reason) {
    assertThat(natives.message("untar", "evil.tar", "out")).isEqualTo(reason);
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("evil.txt")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "../evil.txt, parent directory traversal component is not allowed",
    "/evil.txt, absolute path is not allowed",
    "a/C:evil.txt, drive-prefixed path is not allowed",
    "\\evil.txt, absolute path is not allowed",
    "./, empty normalized path is not allowed"
  })
  void namesInTarFilesCannotLeaveTheFolder(String name, String reason) throws IOException {
    tar(
        out -> {
          add(out, new TarArchiveEntry("good.txt"), new byte[] {1});
          add(out, new TarArchiveEntry(name, true), new byte[0]);
        });
    assertNothingComesOut("Unsafe archive entry '" + name + "': " + reason);
  }

  @ParameterizedTest
  @CsvSource({"2, symbolic links", "1, hard links", "6, special files", "3, special files"})
  void tarFilesMakeNoLinksAndDevices(char kind, String what) throws IOException {
    tar(
        out -> {
          TarArchiveEntry entry = new TarArchiveEntry("x", (byte) kind);
          entry.setLinkName("/etc/passwd");
          add(out, entry, new byte[0]);
        });
    assertNothingComesOut("Unsafe archive entry 'x': " + what + " are not allowed");
  }

  @Test
  void aTarFileIsLimitedInEntriesAndBytes() throws IOException {
    tar(
        out -> {
          for (int i = 0; i < 1025; i++) {
            add(out, new TarArchiveEntry("f" + i), new byte[0]);
          }
        });
    assertNothingComesOut("Archive contains 1025 entries which exceeds maximum entry count (1024)");
    tar(out -> add(out, new TarArchiveEntry("big"), new byte[16_777_217]));
    assertNothingComesOut(
        "Archive entry 'big' exceeds maximum per-entry size (16777217 bytes > 16777216 bytes)");
    tar(
        out -> {
          for (int i = 0; i < 5; i++) {
            add(out, new TarArchiveEntry("f" + i), new byte[15_000_000]);
          }
        });
    assertNothingComesOut(
        "Archive extraction exceeds maximum total extraction size (75000000 bytes > 67108864"
            + " bytes)");
  }

  @Test
  void aLongNameCannotFillTheMemory() throws IOException {
    Path evil = folder.resolve("evil.tar");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(evil)))) {
      TarArchiveEntry entry = new TarArchiveEntry("long", TarConstants.LF_GNUTYPE_LONGNAME);
      entry.setSize(200_000_000);
      out.putArchiveEntry(entry);
      byte[] part = "n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(part);
      }
      out.closeArchiveEntry();
    }
    assertThat(natives.message("untar", "evil.tar", "out"))
        .startsWith("Archive extraction exceeds maximum total extraction size (");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aLinkInTheFolderIsNotFollowed() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("out/sub"), Path.of("../elsewhere"));
    packed("tar", "x.tar");
    assertThat(natives.message("untar", "x.tar", "out"))
        .startsWith("Unsafe archive entry 'sub/': ")
        .endsWith("is not allowed");
    Path alone = folder.resolve("alone.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(alone))) {
      zip.putNextEntry(new ZipEntry("sub/x.txt"));
    }
    assertThat(natives.message("unzip", "alone.zip", "out"))
        .isEqualTo("Unsafe archive entry 'sub/x.txt': extraction path escapes output directory");
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  @Test
  void encryptedEntriesAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path file = folder.resolve("x.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.putNextEntry(new ZipEntry("b"));
    }
    byte[] bytes = Files.readAllBytes(file);
    int directory = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    bytes[directory + 8] |= 1;
    Files.write(file, bytes);
    assertThat(natives.message("unzip", "x.zip", "out"))
        .isEqualTo("Failed to read zip entry 1: encrypted entries are not supported");
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void gzipRoundTrip() throws IOException {
    natives.call("gzip_file", "src/a.txt", "a.gz");
    byte[] packed = Files.readAllBytes(folder.resolve("a.gz"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("alpha");
    Files.write(folder.resolve("two.gz"), concat(packed, packed));
    natives.call("gunzip_file", "two.gz", "src/a.txt");
    assertThat(folder.resolve("src/a.txt")).hasContent("alphaalpha");
  }

  private static byte[] concat(byte[] first, byte[] second) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(first);
    all.write(second);
    return all.toByteArray();
  }

  @Test
  void aGzipBombLeavesNothing() throws IOException {
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("bomb.gz")))) {
      byte[] zeros = new byte[1_000_000];
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    assertThat(natives.message("gunzip_file", "bomb.gz", "x"))
        .startsWith("Archive entry 'x' exceeds maximum per-entry size (")
        .endsWith(" bytes > 16777216 bytes)");
    assertThat(natives.show("list_dir", ".")).isEqualTo("[bomb.gz, src]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not a gzip file at all"})
  void whatIsNoGzipFileIsRefusedAndTheOldFileKept(String content) throws IOException {
    Files.writeString(folder.resolve("x.gz"), content);
    assertThat(natives.message("gunzip_file", "x.gz", "src/a.txt"))
        .startsWith("Failed to read gzip file 'x.gz': ");
    assertThat(folder.resolve("src/a.txt")).hasContent("alpha");
  }
}
