package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ruff.interpreter.HotCode;
import ruff.jit.Jit;
import ruff.jit.JitLog;

/** What hot code is compiled to: sound classes, whose guesses all fail in some program. */
class GeneratedCodeTest {
  /** Cases that need nothing but an engine, and between them use all of the language. */
  private static final List<String> FOLDERS =
      List.of(
          "closures",
          "errors",
          "generators",
          "hot",
          "language-advanced",
          "language-core",
          "match",
          "numbers",
          "order",
          "recursion",
          "results",
          "scoping",
          "strings",
          "structs",
          "values");

  /** What is refused because the class is not sound; a defect that is known. */
  private static final Set<String> UNSOUND = Set.of("shadowed_natives");

  private static final Pattern EXIT = Pattern.compile("^exit .* instruction \\d+ (\\w+)");

  private final ClassFile verifier =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofClassLoading(Jit.class.getClassLoader())
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  @TestFactory
  Stream<DynamicTest> everyClassIsSound() {
    return FOLDERS.stream()
        .map(folder -> DynamicTest.dynamicTest(folder, () -> verify(folder, Jit::eager)));
  }

  @Test
  void classesForWhatWasSeenAreSound() throws IOException {
    verify("hot", Jit::automatic);
    verify("hot", log -> Jit.after(12, 15, log));
  }

  private void verify(String folder, Function<JitLog, HotCode> hotCode) throws IOException {
    int classes = 0;
    for (ScriptCase script : Corpus.scripts(Corpus.CASES.resolve(folder))) {
      if (UNSOUND.contains(script.name())) {
        continue;
      }
      JitJournal journal = new JitJournal();
      journal.run(Files.readString(script.file()), hotCode);
      for (byte[] bytes : journal.classes()) {
        assertThat(verifier.verify(bytes)).as(script.name()).isEmpty();
      }
      classes += journal.classes().size();
      assertThat(journal.lines("refused"))
          .as("%s may be too large, and no more", script.name())
          .allMatch(line -> line.contains("TooLarge"));
    }
    assertThat(classes).as("classes of %s", folder).isPositive();
  }

  @Test
  void everyKindOfGuessFailsSomewhere() throws IOException {
    Set<String> failed = new TreeSet<>();
    for (ScriptCase script : Corpus.scripts(Corpus.CASES.resolve("hot"))) {
      JitJournal journal = new JitJournal();
      journal.run(Files.readString(script.file()), Jit::automatic);
      journal
          .lines("exit")
          .forEach(line -> EXIT.matcher(line).results().forEach(exit -> add(failed, exit)));
    }
    assertThat(failed)
        .contains("ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MODULO", "NEGATE", "NOT")
        .contains("GET_INDEX", "SET_INDEX", "GET_FIELD", "SET_FIELD", "ITERATE", "NEXT", "RANGE")
        .contains("CALL", "CALL_METHOD", "CALL_NATIVE", "JUMP_UNLESS_LESS");
  }

  private static void add(Set<String> failed, MatchResult exit) {
    failed.add(exit.group(1));
  }
}
