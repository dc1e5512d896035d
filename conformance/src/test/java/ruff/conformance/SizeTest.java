package ruff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files and methods stay small enough to be read in one go. */
class SizeTest {
  private static final int LONGEST_FILE = 700;
  private static final int MEDIAN_FILE = 120;
  private static final int LONGEST_METHOD = 60;
  private static final int NINETY_FIVE_OF_A_HUNDRED_METHODS = 25;

  /** Methods that are one long table or one hot loop, and are easier to follow whole. */
  private static final Set<String> EXEMPT = Set.of("Interpreter.run", "RareInstructions.execute");

  private record Sized(String name, long lines) {}

  private static final List<Sized> FILES = new ArrayList<>();
  private static final List<Sized> METHODS = new ArrayList<>();

  @BeforeAll
  static void measure() throws IOException {
    List<Path> sources = sources(Path.of("..").toRealPath());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        String name = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        FILES.add(
            new Sized(name, unit.getSourceFile().getCharContent(true).toString().lines().count()));
        new Methods(unit, positions).scan(unit, null);
      }
    }
  }

  @Test
  void noFileIsTooLong() {
    assertThat(FILES).filteredOn(file -> file.lines > LONGEST_FILE).isEmpty();
  }

  @Test
  void halfOfTheFilesAreShort() {
    assertThat(atFraction(FILES, 0.5)).isLessThanOrEqualTo(MEDIAN_FILE);
  }

  @Test
  void noMethodIsTooLong() {
    assertThat(METHODS)
        .filteredOn(method -> method.lines > LONGEST_METHOD && !EXEMPT.contains(method.name))
        .isEmpty();
  }

  @Test
  void nearlyAllMethodsFitHalfAScreen() {
    assertThat(atFraction(METHODS, 0.95)).isLessThanOrEqualTo(NINETY_FIVE_OF_A_HUNDRED_METHODS);
  }

  @Test
  void everyExemptionIsStillNeeded() {
    assertThat(METHODS)
        .filteredOn(method -> method.lines > LONGEST_METHOD)
        .extracting(Sized::name)
        .containsAll(EXEMPT);
  }

  private static long atFraction(List<Sized> things, double fraction) {
    List<Long> sorted = things.stream().map(Sized::lines).sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * fraction) - 1);
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().contains("target/"))
          .toList();
    }
  }

  /** Measures the bodies of methods: {@code Class.method} and its lines, braces included. */
  private static final class Methods extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Methods(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        String name = file.replace(".java", "") + "." + method.getName();
        METHODS.add(new Sized(name, last - first + 1));
      }
      return super.visitMethod(method, nothing);
    }
  }
}
