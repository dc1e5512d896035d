package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruff.host.ProgramText;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.policy.Budget;
import ruff.policy.Capability;
import ruff.policy.Decision;
import ruff.policy.Policy;
import ruff.policy.Resource;
import ruff.stdlib.StandardLibrary;

/**
 * The operator's guide says what the code does: options, functions, texts, limits, command lines.
 */
class SecurityPostureTest {
  private static final Path PAGE = Corpus.PROJECT.resolve("docs/NATIVE_API_SECURITY_POSTURE.md");
  private static final String TEXT = Corpus.read(PAGE, "");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void everyCapabilityHasARowWithItsFunctions() throws IOException {
    for (Capability capability : Capability.values()) {
      List<String> row = row("| `" + capability.flag() + "` |");
      assertThat(row.get(1)).isEqualTo("`" + capability.label() + "`");
      assertThat(row.get(2).equals("none")).isEqualTo(capability.scope().isEmpty());
      Set<String> told = codes(row.get(4));
      for (NativeEntry entry : entries()) {
        boolean needs = entry.capabilities().contains(capability.name());
        List<String> names = new ArrayList<>(entry.aliases());
        names.add(entry.name());
        for (String name : names) {
          assertThat(told.contains(name) || entry.internal())
              .as("%s in the row of %s", name, capability.flag())
              .isEqualTo(needs || entry.internal());
        }
      }
    }
  }

  @Test
  void everyBudgetHasARowWithItsText() {
    for (Budget budget : Budget.values()) {
      List<String> row = row("| `" + budget.flag() + "` |");
      String message = budget.message(123).replace("123", "N");
      assertThat(row.getLast()).isEqualTo("`" + message + "`");
    }
  }

  @Test
  void theDenialIsTheOneThatProgramsSee() {
    Decision denied =
        Policy.untrusted().decide(Capability.FILESYSTEM_READ, "read_file", Resource.NONE);

    assertThat(TEXT).contains("\n" + ((Decision.Denied) denied).message() + "\n");
  }

  @Test
  void theLimitOfSourceTextIsTheOneOfTheCode() {
    String limit = String.format("%,d", ProgramText.MAX_BYTES);

    assertThat(row("| source text |").getLast()).isEqualTo(limit + " bytes");
  }

  @TestFactory
  Stream<DynamicTest> limitsOfFilesHold() {
    return Stream.of(
        DynamicTest.dynamicTest(
            "a file that is written whole",
            () -> {
              long limit = number(row("| a file that is read or written whole |").getLast());
              assertThat(run(writing(limit), "--allow-fs-write").status()).isZero();
              assertThat(run(writing(limit + 1), "--allow-fs-write").status()).isEqualTo(4);
            }),
        DynamicTest.dynamicTest(
            "JSON text",
            () -> {
              long limit = number(row("| JSON text |").getLast());
              assertThat(run(reading(limit)).status()).isZero();
              assertThat(run(reading(limit + 1)).status()).isEqualTo(4);
            }));
  }

  /** The largest program that is accepted, by its row, and one step more. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "a text in a program; x := \"; a; \"; 0",
        "an array in a program; x := [; 1,; ]; 0",
        "expressions inside of one another; x := 1; + (1; ); 1",
        "blocks inside of one another; ; if true {; }; 0"
      })
  void limitsOfProgramsHold(String row, String head, String part, String tail, int inner)
      throws IOException {
    int limit = (int) number(row("| " + row + " |").getLast());
    String start = head == null ? "" : head;
    boolean nests = tail.equals(")") || tail.equals("}");
    Observed fits =
        run(start + part.repeat(limit - inner) + tail.repeat(nests ? limit - inner : 1));
    Observed more = run(start + part.repeat(limit + 1) + tail.repeat(nests ? limit + 1 : 1));
    assertThat(fits.status()).as(fits.err()).isZero();
    assertThat(more.status()).isEqualTo(3);
    assertThat(more.err()).contains(" of " + limit);
  }

  /**
   * Limits that a message names: the row of the guide, the function, the words around the number.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "entries of an archive that is unpacked; unzip; exceeds maximum entry count (#)",
        "entries of an archive that is unpacked; untar; exceeds maximum entry count (#)",
        "one entry of it; unzip; per-entry size (N bytes > # bytes)",
        "one entry of it; gunzip_file; per-entry size (N bytes > # bytes)",
        "all entries together; unzip; total extraction size (N bytes > # bytes)",
        "all entries together; untar; total extraction size (N bytes > # bytes)",
        "one receive from a socket, the body of an HTTP answer; tcp_receive; (N bytes > # bytes)",
        "one receive from a socket, the body of an HTTP answer; http_get; (N bytes > # bytes)",
        "waiting to read from or write to a socket; tcp_send; #ms read/#ms write",
        "waiting to read from or write to a socket; udp_receive_from; #ms read/#ms write",
        "output kept of a child, each stream; spawn_process; maximum supported size (#)"
      })
  void limitsAreThoseOfTheMessages(String row, String function, String words) throws IOException {
    String limit = Long.toString(number(row("| " + row + " |").getLast()));
    NativeEntry entry =
        entries().stream().filter(any -> any.name().equals(function)).findFirst().orElseThrow();

    assertThat(String.join("\n", entry.errors())).contains(words.replace("#", limit));
  }

  @Test
  void theServerRefusesWhatThePageSays() throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path site = Files.createDirectories(scratch.folder().resolve("site"));
      Files.writeString(scratch.folder().resolve("outside.txt"), "secret");
      Files.createSymbolicLink(site.resolve("link.txt"), Path.of("../outside.txt"));
      Files.writeString(site.resolve(".env"), "secret");
      Files.createSymbolicLink(site.resolve("env.txt"), Path.of(".env"));
      new ProcessBuilder("mkfifo", site.resolve("pipe").toString()).start().waitFor();
      try (ServedProcess server = ServedProcess.start(site)) {
        assertThat(server.address()).contains("//127.0.0.1:");
        assertRefused(server, "| `..`, drive letters", "/../outside.txt", "/C:/x", "/link.txt");
        assertRefused(
            server,
            "| names that begin",
            "/.env",
            "/.none",
            "/x/draft.txt~",
            "/old.bak",
            "/env.txt");
        assertRefused(server, "| pipes, sockets", "/pipe");
        assertRefused(server, "| requests that could", "/ HTTP/1.1\r\nContent-Length: 1, 2\r\nX:");
      }
    }
  }

  private static void assertRefused(ServedProcess server, String row, String... targets)
      throws IOException {
    for (String target : targets) {
      URI address = URI.create(server.address());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(answer).as(target).startsWith("HTTP/1.1 " + row(row).getLast().substring(0, 3));
        assertThat(answer).doesNotContain("secret");
      }
    }
  }

  private static String writing(long bytes) {
    return "write_file(\"x\", repeat(\"x\", " + bytes + "))";
  }

  private static String reading(long bytes) {
    return "parse_json(\"\\\"\" + repeat(\"x\", " + (bytes - 2) + ") + \"\\\"\")";
  }

  private static long number(String text) {
    return Long.parseLong(text.replaceAll("[^0-9]", ""));
  }

  @TestFactory
  Stream<DynamicTest> commandLinesWork() {
    return blocks("sh")
        .flatMap(String::lines)
        .map(line -> DynamicTest.dynamicTest(line, () -> commandLineWorks(line)));
  }

  private static void commandLineWorks(String line) throws IOException {
    List<String> words = ShellWords.split(line);
    assertThat(words.getFirst()).isEqualTo("ruff");
    try (Scratch scratch = Scratch.create()) {
      Files.createDirectories(scratch.folder().resolve("data/closed"));
      Files.writeString(scratch.folder().resolve("main.ruff"), "print(\"ran\")\n");
      Files.writeString(
          scratch.folder().resolve("ruff.toml"), blocks("toml").findFirst().orElseThrow());
      Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
      Observed observed =
          new InProcess().run(words.subList(1, words.size()), scratch.folder(), "", environment);
      assertThat(observed.status()).as(observed.err()).isZero();
    }
  }

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatThePageSays() {
    return Guide.examples(PAGE).stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    "line " + example.line(),
                    () -> {
                      Observed observed = run(example.program(), "--untrusted");
                      assertThat(observed.out()).isEqualTo(example.output());
                      assertThat(observed.status()).isZero();
                    }));
  }

  private static Observed run(String program, String... flags) throws IOException {
    try (Scratch scratch = Scratch.create()) {
      Files.writeString(scratch.folder().resolve("main.ruff"), program + "\n");
      List<String> words = new ArrayList<>(List.of("run"));
      words.addAll(List.of(flags));
      words.add("main.ruff");
      return new InProcess().run(words, scratch.folder(), "", Map.of());
    }
  }

  private static List<NativeEntry> entries() throws IOException {
    try (InputStream index = StandardLibrary.class.getResourceAsStream("natives.txt")) {
      return NativeIndex.read(new String(index.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The cells of the table row that begins like that. */
  private static List<String> row(String beginning) {
    String line =
        TEXT.lines()
            .filter(candidate -> candidate.startsWith(beginning))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row " + beginning));
    return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
        .map(String::strip)
        .toList();
  }

  private static Set<String> codes(String cell) {
    Set<String> codes = new TreeSet<>();
    for (Matcher code = CODE.matcher(cell); code.find(); ) {
      codes.add(code.group(1));
    }
    return codes;
  }

  /** The blocks of the page that are fenced with a word. */
  private static Stream<String> blocks(String word) {
    List<String> blocks = new ArrayList<>();
    Matcher block = Pattern.compile("(?s)```" + word + "\n(.*?)```").matcher(TEXT);
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks.stream();
  }
}
