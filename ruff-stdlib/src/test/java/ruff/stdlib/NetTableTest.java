package ruff.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruff.natives.Arity;
import ruff.natives.NativeEntry;
import ruff.natives.NativeIndex;
import ruff.policy.Capability;

/**
 * Holds the declarations of what reaches the network, databases and tasks against their table. Its
 * cells are written for people: a message is what stands behind an arrow or says what a function
 * requires, and letters in it stand for other texts.
 */
class NetTableTest {
  private static final List<NativeEntry> INDEX = NativeIndex.read(Declarations.index());

  /** Names of the table that the library declares in another form. */
  private static final Map<String, String> NAMES =
      Map.of(
          "http_server.route", "httpserver.route",
          "http_server.listen", "httpserver.listen",
          "http_server.start", "httpserver.start");

  /** Types that the cell of a result does not begin with. */
  private static final Map<String, String> RESULTS =
      Map.ofEntries(
          Map.entry("tcp_receive", "string"),
          Map.entry("http_post", "dict"),
          Map.entry("http_put", "dict"),
          Map.entry("http_delete", "dict"),
          Map.entry("async_http_post", "promise of dict"),
          Map.entry("http_server.route", "httpserver"),
          Map.entry("http_server.listen", "nothing"),
          Map.entry("http_server.start", "nothing"),
          Map.entry("set_header", "httpresponse"),
          Map.entry("set_headers", "httpresponse"),
          Map.entry("db_last_insert_id", "int"),
          Map.entry("channel.receive", "any"),
          Map.entry("shared_set", "bool"));

  private static final Pattern PLACEHOLDERS =
      Pattern.compile("\\b[NABIKUXMTPS]\\b|H:P|WHY|OSERR|BODY|TYPE|404 Not Found|\\.\\.\\.");

  /** What explains messages, says where they are not seen, or what other rows and files say. */
  private static final Pattern REMARKS =
      Pattern.compile(
          " \\((port outside|time-outs: .*|same forms|parameter count|first failure|transport).*"
              + "|^(see |policy|same for |as |S = |capability surface|denial names).*"
              + "|^(all later failures are|messages\\[i\\]|transport/HTTP|at await Promise).*"
              + "|^.*(\\bpath\\|content at|concurrency_limit as|has no method| never seen: ).*"
              + "|^Failed to acquire connection: Unsupported.*|^parallel_map\\(to_upper.*");

  static Stream<TableRow> rows() {
    return TableRow.read("stdlib-net.tsv").stream();
  }

  private static NativeEntry entry(TableRow row) {
    String name = NAMES.getOrDefault(row.name(), row.name());
    return INDEX.stream()
        .filter(entry -> entry.name().equals(name) || entry.aliases().contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not declared: " + name));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void takesTheDocumentedNumberOfArguments(TableRow row) {
    int receiver = entry(row).isMethodOfOneType() ? 1 : 0;
    String[] bounds = row.arity().split("\\.\\.");
    assertThat(entry(row).arity())
        .isEqualTo(
            new Arity(
                Integer.parseInt(bounds[0]) + receiver,
                Integer.parseInt(bounds[bounds.length - 1]) + receiver));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void takesTheDocumentedTypes(TableRow row) {
    NativeEntry entry = entry(row);
    if (!entry.signatures().isEmpty()) {
      assertThat(entry.signature()).isEqualTo(row.signature());
      return;
    }
    String list = row.signature().replaceAll("^[^(]*\\(|\\)$", "");
    List<String> documented =
        list.isEmpty() ? List.of() : Stream.of(list.split(", ")).map(part -> type(part)).toList();
    assertThat(entry.writtenParameters().stream().map(parameter -> items(parameter.type())))
        .isEqualTo(documented);
  }

  private static String type(String parameter) {
    return items(parameter.split(": ")[1].replace("int|float", "number"));
  }

  /** What arrays hold is told more exactly here than there. */
  private static String items(String type) {
    return type.replace("array of string", "array").replace("array of promise", "array");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void needsTheDocumentedCapability(TableRow row) {
    List<String> labels =
        entry(row).capabilities().stream().map(name -> Capability.valueOf(name).label()).toList();
    assertThat(labels)
        .isEqualTo(row.capability().equals("none") ? List.of() : List.of(row.capability()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answersTheDocumentedType(TableRow row) {
    String documented = RESULTS.getOrDefault(row.name(), row.returns().split("[^a-zA-Z]")[0]);
    assertThat(entry(row).returns())
        .startsWith(documented.equals("true") ? "bool true" : documented);
  }

  @Test
  void everyTextOfTheTableIsSomewhereInTheDeclaration() {
    assertThat(rows().flatMap(NetTableTest::missingTexts)).isEmpty();
  }

  /** Texts with placeholders are compared by what stands between these. */
  private static Stream<String> missingTexts(TableRow row) {
    NativeEntry entry = entry(row);
    String declared =
        String.join("\n", entry.errors())
            + "\n"
            + entry.tooFew()
            + "\n"
            + entry.tooMany()
            + "\n"
            + entry.parameters();
    return Stream.of(row.errors().split("; | \\| "))
        .map(piece -> message(row, piece))
        .flatMap(PLACEHOLDERS::splitAsStream)
        .map(String::strip)
        .filter(part -> !declared.replaceAll("\\bF(?=\\(| )", row.name()).contains(part))
        .map(part -> row.name() + ": " + part);
  }

  private static String message(TableRow row, String piece) {
    int arrow = piece.lastIndexOf("-> ");
    String text = arrow < 0 ? piece : piece.substring(arrow + 3);
    String message = REMARKS.matcher(text).replaceAll("");
    return message.replaceFirst("^F\\b", row.name());
  }
}
