package ruff.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruff.cli.CommandLine;
import ruff.host.Host;

/** The comparison of two results fails where something got slower, and only there. */
class CompareTest {
  private static final String RESULT =
      """
      [{"benchmark": "ruff.benchmarks.OperationBenchmark.turn", "params": {"operation": "call"},
        "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "ns/op"}}]
      """;

  @TempDir Path folder;

  @Test
  void aClearChangeForTheWorseFails() throws IOException {
    assertThat(status("10.0", "0.2", "11.5", "0.2")).isEqualTo(1);
  }

  @Test
  void withinTheErrorsNothingIsSaid() throws IOException {
    assertThat(status("10.0", "1.0", "11.5", "1.0")).isZero();
  }

  @Test
  void belowTheFactorNothingIsSaid() throws IOException {
    assertThat(status("10.0", "0.01", "10.9", "0.01")).isZero();
  }

  @Test
  void aChangeForTheBetterIsNoFailure() throws IOException {
    assertThat(status("10.0", "0.1", "5.0", "0.1")).isZero();
  }

  @Test
  void aSingleMeasurementHasNoError() throws IOException {
    assertThat(status("10.0", "\"NaN\"", "20.0", "\"NaN\"")).isEqualTo(1);
  }

  private int status(String oldMean, String oldError, String newMean, String newError)
      throws IOException {
    Path old = Files.writeString(folder.resolve("old.json"), RESULT.formatted(oldMean, oldError));
    Path now = Files.writeString(folder.resolve("new.json"), RESULT.formatted(newMean, newError));
    var out = new ByteArrayOutputStream();
    Host host = Host.inMemory("", out, out, folder);
    String program = Path.of("compare.ruff").toAbsolutePath().toString();
    int status = new CommandLine(host).run("run", program, old.toString(), now.toString());
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("OperationBenchmark.turn");
    return status;
  }
}
