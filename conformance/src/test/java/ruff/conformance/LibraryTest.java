package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ruff.natives.NativeEntry;
import ruff.natives.NativeFunction;
import ruff.natives.Receiver;
import ruff.natives.reference.Reference;
import ruff.natives.reference.ReferencePage;
import ruff.stdlib.Declarations;
import ruff.stdlib.StandardLibrary;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.QueueValue;
import ruff.value.SetValue;
import ruff.value.StackValue;

/** The library does what its reference page says, entry by entry, promise by promise. */
class LibraryTest {
  private static final Reference REFERENCE = Reference.read(Declarations.index());
  static final List<NativeEntry> ENTRIES = REFERENCE.entries();

  private static final Pattern HEADING = Pattern.compile("(?m)^### (.+)$");
  private static final Pattern ALSO_CALLED = Pattern.compile("(?m)^Also called (.+)\\.$");

  @TestFactory
  Stream<DynamicContainer> everyEntryKeepsItsPromisesOnEveryTier() {
    List<DynamicContainer> tiers = new ArrayList<>();
    int rows = 0;
    for (Tier tier : Tier.values()) {
      List<DynamicTest> tests = tests(tier);
      rows += tests.size();
      tiers.add(DynamicContainer.dynamicContainer(tier.name(), tests));
    }
    System.out.printf(
        "Library: %d rows about %d names, tiers %s%n",
        rows, REFERENCE.names().size(), Arrays.toString(Tier.values()));
    return tiers.stream();
  }

  private static List<DynamicTest> tests(Tier tier) {
    Denials denials = new Denials(tier);
    List<DynamicTest> tests = new ArrayList<>();
    for (NativeEntry entry : ENTRIES) {
      tests.addAll(new LibraryRows(entry, entry.name(), tier).tests(denials));
      for (String alias : entry.aliases()) {
        tests.addAll(new LibraryRows(entry, alias, tier).tests(denials));
      }
    }
    return tests;
  }

  @Test
  void thePageHoldsTheseEntriesAndNoOthers() throws IOException {
    String page = Files.readString(Corpus.PROJECT.resolve("docs/STANDARD_LIBRARY.md"));
    Set<String> names = new TreeSet<>();
    HEADING.matcher(page).results().forEach(found -> names.add(found.group(1)));
    ALSO_CALLED
        .matcher(page)
        .results()
        .forEach(found -> names.addAll(List.of(found.group(1).replace("`", "").split(", | and "))));

    assertThat(page).isEqualTo(ReferencePage.text(REFERENCE));
    assertThat(names).containsExactlyElementsOf(REFERENCE.names());
  }

  @Test
  void programsCannotNameAnythingElse() {
    assertThat(REFERENCE.names()).contains(new StandardLibrary().names());
  }

  @TestFactory
  Stream<DynamicTest> valuesHaveTheDocumentedMethodsAndNoOthers() {
    return Stream.of(
            "text",
            new ArrayValue(),
            new DictValue(),
            new SetValue(),
            new QueueValue(),
            new StackValue(),
            new BytesValue(new byte[0]),
            5L,
            NullValue.NULL)
        .map(
            value ->
                DynamicTest.dynamicTest(
                    "methods of " + value.getClass().getSimpleName(), () -> checkMethods(value)));
  }

  private static void checkMethods(Object receiver) {
    StandardLibrary library = new StandardLibrary();
    int kinds = Receiver.bitsOf(receiver);
    Set<String> documented =
        ENTRIES.stream()
            .filter(entry -> entry.receivers().stream().anyMatch(kind -> (kind.bit() & kinds) != 0))
            .map(NativeEntry::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        Arrays.stream(library.functions())
            .map(NativeFunction::name)
            .filter(name -> library.methodFor(receiver, name) != null)
            .map(name -> library.methodFor(receiver, name).canonicalName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).isEqualTo(documented);
  }
}
