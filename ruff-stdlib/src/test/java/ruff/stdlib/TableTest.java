package ruff.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruff.natives.Arity;
import ruff.natives.NativeEntry;
import ruff.natives.NativeFunction;
import ruff.natives.NativeIndex;
import ruff.policy.Capability;

/** Holds the declarations against the tables, row by row. */
class TableTest {
  /** The families of the host table that are built. */
  private static final Set<String> HOST_FAMILIES =
      Set.of(
          "json",
          "toml",
          "yaml",
          "csv",
          "encoding",
          "hash",
          "crypto",
          "jwt",
          "oauth2",
          "random-id",
          "filesystem",
          "io",
          "path",
          "os",
          "env",
          "args",
          "kv",
          "system",
          "process",
          "archive",
          "image",
          "ssg");

  private static final Set<String> HOST_ELSEWHERE =
      Set.of("oauth2_get_token", "image.width", "image.format");

  /** Rows of both tables of which the host table says more. */
  private static final Set<String> HOST_LEADS = Set.of("kv_set", "kv_get");

  private static final Pattern ARITY_TEXT = Pattern.compile("(?:^|; )arity(?:/type)? -> `([^`]*)`");

  /** What stands for something else in the texts of the tables. */
  private static final Pattern PLACEHOLDERS =
      Pattern.compile(
          "\\b[KVNIPFDXYLCB]\\b|TEXT|REASON|WHAT|WHY|TYPE|HASH|\\barray\\b|[|](?=InvalidS|InvalidA|Base64|JSON|parse|write)");

  private static final StandardLibrary LIBRARY = new StandardLibrary();
  private static final List<NativeEntry> INDEX = index();

  private static List<NativeEntry> index() {
    try (InputStream in = StandardLibrary.class.getResourceAsStream("natives.txt")) {
      return NativeIndex.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Stream<TableRow> rows() {
    List<TableRow> data =
        TableRow.read("stdlib-data.tsv").stream()
            .filter(row -> !HOST_LEADS.contains(row.name()))
            .toList();
    Set<String> known = data.stream().map(TableRow::name).collect(Collectors.toSet());
    Stream<TableRow> host =
        TableRow.read("stdlib-host.tsv").stream()
            .filter(row -> HOST_FAMILIES.contains(row.family()))
            .filter(row -> !HOST_ELSEWHERE.contains(row.name()) && !known.contains(row.name()));
    return Stream.concat(data.stream(), host);
  }

  static Stream<TableRow> functions() {
    return rows().filter(row -> !row.isConstant());
  }

  private static NativeEntry entry(TableRow row) {
    return INDEX.stream()
        .filter(entry -> entry.name().equals(row.name()) || entry.aliases().contains(row.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not declared: " + row.name()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isDeclared(TableRow row) {
    NativeEntry entry = entry(row);
    Object found = LIBRARY.lookup(row.name());
    if (row.isConstant()) {
      assertThat(entry.isConstant()).isTrue();
      assertThat(found).isNotInstanceOf(NativeFunction.class).isNotNull();
    } else if (entry.methodOnly()) {
      assertThat(found).isNull();
    } else {
      assertThat(((NativeFunction) found).name()).isEqualTo(row.name());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void takesTheDocumentedNumberOfArguments(TableRow row) {
    Arity documented = arity(row.arity());
    int receiver = entry(row).isMethodOfOneType() ? 1 : 0;
    boolean unbounded = documented.maximum() == Arity.UNBOUNDED;
    assertThat(entry(row).arity())
        .isEqualTo(
            new Arity(
                documented.minimum() + receiver,
                unbounded ? Arity.UNBOUNDED : documented.maximum() + receiver));
  }

  private static Arity arity(String text) {
    if (text.equals("receiver only")) {
      return new Arity(1, 1);
    }
    if (text.endsWith("+")) {
      int minimum = Integer.parseInt(text.substring(0, text.length() - 1));
      return new Arity(minimum, Arity.UNBOUNDED);
    }
    String[] bounds = text.split("\\.\\.");
    return new Arity(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void complainsAboutOtherNumbersInTheDocumentedWords(TableRow row) {
    Matcher matcher = ARITY_TEXT.matcher(row.errors());
    if (matcher.find()) {
      String documented = matcher.group(1).replaceAll("\\bK\\b", "{got}");
      NativeEntry entry = entry(row);
      assertThat(Stream.of(entry.tooFew(), entry.tooMany()).filter(text -> !text.isEmpty()))
          .isNotEmpty()
          .allMatch(documented::equals);
    }
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
  void isShownByTheDocumentedExample(TableRow row) {
    NativeEntry entry = entry(row);
    if (entry.name().equals(row.name()) && !row.example().isEmpty()) {
      assertThat(entry.example()).isEqualTo(row.example());
      assertThat(entry.result().replace("\n", "\\n")).isEqualTo(row.result());
    }
  }

  @Test
  void everyTextOfTheTableInQuotesIsSomewhereInTheDeclaration() {
    assertThat(functions().flatMap(TableTest::missingTexts)).isEmpty();
  }

  /** Texts with placeholders are compared by what stands between these. */
  private static Stream<String> missingTexts(TableRow row) {
    NativeEntry entry = entry(row);
    String declared =
        String.join("\n", entry.errors())
            + entry.tooFew()
            + "\n"
            + entry.tooMany()
            + entry.parameters()
            + entry.doc();
    return Pattern.compile("-> `([^`]*)`")
        .matcher(row.errors())
        .results()
        .map(result -> result.group(1))
        .filter(text -> !text.contains("<lambda>"))
        .flatMap(PLACEHOLDERS::splitAsStream)
        .filter(part -> !declared.contains(part.strip()))
        .map(part -> row.name() + ": " + part);
  }
}
