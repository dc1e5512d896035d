package ruff.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruff.natives.NativeEntry;
import ruff.natives.reference.Reference;
import ruff.policy.Capability;

/** The public names, with the capability of each and its name in denials. */
class PublicNamesTest {
  private static final Reference REFERENCE = Reference.read(Declarations.index());

  /** Names that are promised and not built yet. */
  private static final Set<String> NOT_BUILT =
      TableRow.lines("not-built.txt").collect(Collectors.toSet());

  /** Functions beyond the table. */
  private static final Set<String> MORE =
      Set.of(
          "escape_html",
          "file_lines",
          "tar_create",
          "tar_add_file",
          "tar_add_dir",
          "tar_close",
          "untar",
          "gzip_file",
          "gunzip_file");

  private record Row(String name, String capability, String flag, String surface) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return TableRow.lines("capabilities.tsv")
        .skip(1)
        .map(line -> line.split("\t"))
        .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
        .filter(row -> !row.name.startsWith("__"));
  }

  static Stream<Row> built() {
    return rows().filter(row -> !REFERENCE.find(row.name).isEmpty());
  }

  @Test
  void allExistAndTheListOfOthersOnlyShrinks() {
    List<String> missing =
        rows().map(Row::name).filter(name -> REFERENCE.find(name).isEmpty()).toList();
    assertThat(missing).isSubsetOf(NOT_BUILT);
  }

  @Test
  void thereAreNoOthers() {
    Map<String, NativeEntry> functions =
        REFERENCE.entries().stream()
            .filter(entry -> !entry.methodOnly() && !entry.isConstant())
            .collect(Collectors.toMap(NativeEntry::name, entry -> entry));
    Set<String> names = new TreeSet<>(functions.keySet());
    functions.values().forEach(entry -> names.addAll(entry.aliases()));
    names.removeAll(rows().map(Row::name).toList());
    assertThat(names).isSubsetOf(MORE);
  }

  @ParameterizedTest
  @MethodSource("built")
  void needsTheDocumentedCapability(Row row) {
    NativeEntry entry = REFERENCE.find(row.name).getFirst();
    if (row.capability.equals("none")) {
      assertThat(entry.capabilities()).isEmpty();
    } else {
      Capability capability = Capability.valueOf(entry.capabilities().getFirst());
      assertThat(entry.capabilities()).hasSize(1);
      assertThat(List.of(capability.label(), capability.flag(), entry.surface()))
          .containsExactly(row.capability, row.flag, row.surface);
    }
  }
}
