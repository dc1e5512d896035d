package ruff.stdlib.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import ruff.stdlib.Natives;
import ruff.value.RuffError;

/** Archives with bytes changed at random end in an error of the program or come out somehow. */
class DamagedArchivesTest {
  private static final byte[] ZIP = zip();
  private static final byte[] TAR = tar();

  private final Path folder = temporary();
  private final Natives natives = new Natives(folder);

  private static Path temporary() {
    try {
      return Files.createTempDirectory("ruff-archives").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterProperty
  void removeTheFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("a.txt", "sub/", "sub/b.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write("some text that repeats, text that repeats".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      TarArchiveEntry entry = new TarArchiveEntry("sub/" + "long".repeat(30));
      entry.setSize(10);
      tar.putArchiveEntry(entry);
      tar.write(new byte[10]);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void extract(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("archive"), bytes);
    try {
      natives.call(name, file.toString(), folder.resolve("out").toString());
    } catch (RuffError expected) {
      assertThat(expected).hasMessageNotContaining("Exception");
    }
    assertThat(folder.getParent().resolve("evil")).doesNotExist();
  }

  private static byte[] damaged(byte[] good, List<Integer> places, List<Integer> values) {
    byte[] bytes = good.clone();
    for (int i = 0; i < places.size(); i++) {
      bytes[places.get(i) % bytes.length] = (byte) (int) values.get(i % values.size());
    }
    return bytes;
  }

  @Property(tries = 400)
  void zip(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100_000) Integer> places,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 255) Integer> values)
      throws IOException {
    extract("unzip", damaged(ZIP, places, values));
  }

  @Property(tries = 400)
  void tar(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1_500) Integer> places,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 255) Integer> values)
      throws IOException {
    extract("untar", damaged(TAR, places, values));
  }

  @Property(tries = 300)
  void gzip(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 1_500) Integer> places,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 255) Integer> values)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TAR);
    }
    extract("untar", damaged(bytes.toByteArray(), places, values));
  }
}
