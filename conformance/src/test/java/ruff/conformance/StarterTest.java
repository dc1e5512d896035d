package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ruff} of the source tree, as shells and other programs meet it. */
class StarterTest {
  private static final Path RUFF = Path.of("..", "ruff").toAbsolutePath().normalize();
  private static final int BROKEN_PIPE = 141;

  @TempDir Path folder;

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void linkIntoTheFolder() throws IOException {
    Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/ruff"), RUFF);
  }

  /** JUnit warns of links that lead out of the folder it deletes. */
  @AfterEach
  void removeTheLink() throws IOException {
    Files.delete(folder.resolve("bin/ruff"));
  }

  @Test
  void startsThroughALinkOnThePathFromAnyFolder() throws Exception {
    Ended ended = sh("cd / && ruff --version");
    assertThat(ended.status).isZero();
    assertThat(ended.out).startsWith("ruff ");
    assertThat(ended.err).isEmpty();
  }

  @Test
  void startsThroughARelativeLinkToALink() throws Exception {
    assertThat(sh("ln -s bin/ruff other && ./other --version").out).startsWith("ruff ");
  }

  @Test
  void runsAScriptThatNamesRuffInItsFirstLine() throws Exception {
    Files.writeString(
        folder.resolve("tool"), "#!/usr/bin/env ruff\nfor word in args() { print(word) }\n");
    Ended ended = sh("chmod +x tool && ./tool --help 'two words' -- x");
    assertThat(ended.out).isEqualTo("--help\ntwo words\n--\nx\n");
  }

  @Test
  void runsStandardInputAndCodeOfTheCommandLine() throws Exception {
    assertThat(sh("echo 'print(args())' | ruff run - a b").out).isEqualTo("[a, b]\n");
    assertThat(sh("ruff -e 'print(args())' a b").out).isEqualTo("[a, b]\n");
  }

  @Test
  void handlesTextBeyondAsciiInAnyLocale() throws Exception {
    Files.writeString(folder.resolve("größe ☃.ruff"), "print(\"ü\", args())\n");
    for (String locale : new String[] {"C", "POSIX", "de_DE.ISO-8859-1", "C.UTF-8", ""}) {
      Ended ended = sh("LC_ALL='" + locale + "' LANG= ruff 'größe ☃.ruff' 'naïve 😀'");
      assertThat(ended.out).as(locale).isEqualTo("ü [naïve 😀]\n");
      assertThat(ended.err).as(locale).isEmpty();
    }
  }

  @Test
  void programsAndTheirChildrenSeeTheCallersLocale() throws Exception {
    String program =
        "ruff -e 'print(env(\"LC_ALL\"), execute(\"env | grep -c ^LC_ALL= || true\"))'";
    assertThat(sh("LC_ALL=C LANG= " + program).out).isEqualTo("C 1\n\n");
    assertThat(sh("unset LC_ALL LC_CTYPE; LANG= " + program).out).isEqualTo(" 0\n\n");
  }

  @Test
  void leavesNoFilesOfItsOwnBehind() throws Exception {
    Files.writeString(
        folder.resolve("query.ruff"),
        "print(db_query(db_connect(\"sqlite\", \":memory:\"), \"select 1 as one\", []))\n");
    Ended ended = sh("mkdir t && RUFF_JAVA_OPTIONS=-Djava.io.tmpdir=t ruff query.ruff && ls -A t");
    assertThat(ended.out).isEqualTo("[{\"one\": 1}]\n");
  }

  @Test
  void endsQuietlyWhenNobodyReadsItsOutput() throws Exception {
    Ended ended =
        sh("{ ruff -e 'for i in range(200000) { print(i) }'; echo $? > status; } | head -n 1");
    assertThat(ended.out).isEqualTo("0\n");
    assertThat(ended.err).isEmpty();
    assertThat(Files.readString(folder.resolve("status")).strip()).isEqualTo("" + BROKEN_PIPE);
  }

  @Test
  void saysWhenItsOutputCannotBeWritten() throws Exception {
    Ended ended = sh("test -w /dev/full || exit 5; ruff -e 'print(1)' > /dev/full");
    assertThat(ended.status).isEqualTo(5);
  }

  @Test
  void isEndedByAnInterrupt() throws Exception {
    assertThat(signalled("INT")).isEqualTo(new Ended(130, "started\n", ""));
  }

  @Test
  void isEndedByATermination() throws Exception {
    assertThat(signalled("TERM")).isEqualTo(new Ended(143, "started\n", ""));
  }

  @Test
  void passesTheStatusOfTheProgramOn() throws Exception {
    assertThat(sh("ruff -e 'exit(7)'").status).isEqualTo(7);
    assertThat(sh("ruff -e 'exit(-1)'").status).isEqualTo(255);
    assertThat(sh("ruff -e 'throw(1)'").status).isEqualTo(4);
  }

  @Test
  void usesTheMemoryOfLargeArraysAgain() throws Exception {
    Files.writeString(
        folder.resolve("large.ruff"),
        """
        for round in range(25) {
            let numbers := range(0, 8000000)
            assert_equal(numbers[round], round)
        }
        for line in lines(read_file("/proc/self/status")) {
            if starts_with(line, "VmHWM:") { print(words(line)[1]) }
        }
        """);
    long peakKilobytes = Long.parseLong(sh("ruff large.ruff").out.strip());
    assertThat(peakKilobytes).isLessThan(1_000_000);
  }

  /** Runs an endless program, sends it a signal, and gives what it had printed before. */
  private Ended signalled(String signal) throws IOException, InterruptedException {
    // Tests that run in the background of a shell are deaf to interrupts, and would hand that on.
    Process process =
        start(
            "env",
            "--default-signal=INT,TERM",
            RUFF.toString(),
            "-e",
            "print(\"started\")\neprint(\"\")\nwhile true { }");
    assertThat(process.getErrorStream().read()).isEqualTo('\n');
    sh("kill -" + signal + " " + process.pid());
    return end(process);
  }

  private Ended sh(String script) throws IOException, InterruptedException {
    return end(start("sh", "-c", script));
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    String path = folder.resolve("bin") + ":" + builder.environment().get("PATH");
    builder.environment().put("PATH", path);
    return builder.start();
  }

  private static Ended end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not end in time");
    }
    return new Ended(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
