package ruff.stdlib.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.stdlib.Natives;

class KeyValueFileTest {
  @TempDir private Path folder;
  private Path file;
  private Natives natives;

  @BeforeEach
  void startInTheFolder() {
    natives = new Natives(folder);
    file = folder.resolve(".ruff_kv.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{1:2} | key must be a string at line 1 column 2",
        "{\"a\":5} | invalid type: integer `5`, expected a string at line 1 column 6",
        "{\"a\":null} | invalid type: null, expected a string at line 1 column 9",
        "{\"a\":true} | invalid type: boolean `true`, expected a string at line 1 column 9",
        "{\"a\":[1]} | invalid type: sequence, expected a string at line 1 column 5",
        "{\"a\":{}} | invalid type: map, expected a string at line 1 column 5",
        "[] | invalid type: sequence, expected a map at line 1 column 0",
        "7 | invalid type: integer `7`, expected a map at line 1 column 1",
        "{\"a\":\"b\"} x | trailing characters at line 1 column 11"
      })
  void aFileOfAnotherShapeIsRefusedAndKept(String content, String reason) throws IOException {
    Files.writeString(file, content);
    String message = "Failed to parse kv store '.ruff_kv.json': " + reason;
    assertThat(natives.message("kv_get", "a")).isEqualTo(message);
    assertThat(natives.message("kv_set", "a", "b")).isEqualTo(message);
    assertThat(file).hasContent(content);
  }

  @Test
  void settingKeepsTheModeAndLeavesNoOtherFile() throws IOException {
    natives.call("kv_set", "1", "one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    natives.call("kv_set", "b", "two");
    assertThat(file).hasContent("{\n  \"1\": \"one\",\n  \"b\": \"two\"\n}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void callsAtTheSameTimeLoseNothing() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String key = "k" + i;
      threads.add(Thread.ofPlatform().start(() -> natives.call("kv_set", key, "v")));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 0; i < 8; i++) {
      assertThat(natives.call("kv_get", "k" + i)).isEqualTo("v");
    }
  }

  @Test
  void aFolderCannotBeTheFile() throws IOException {
    Files.createDirectory(file);
    assertThat(natives.message("kv_get", "a"))
        .isEqualTo("Failed to read kv store '.ruff_kv.json': Is a directory (os error 21)");
  }
}
