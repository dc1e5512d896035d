package ruff.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ruff.ast.Stmt;
import ruff.parser.Parsed;
import ruff.parser.RandomTrees;
import ruff.parser.TreeShape;

class RoundTripTest {
  @Property(tries = 2000)
  void aPrintedTreeIsReadBackAsItself(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    List<Stmt> tree = new RandomTrees(seed, size).program();
    String source = SourcePrinter.print(tree);
    Parsed parsed = Parsed.of(source);

    assertThat(parsed.faults()).as(source).isEmpty();
    assertThat(TreeShape.of(parsed.statements())).as(source).isEqualTo(TreeShape.of(tree));
  }

  @Property
  void printingIsCanonical(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    String once = SourcePrinter.print(new RandomTrees(seed, size).program());
    String twice = SourcePrinter.print(Parsed.of(once).result().program());

    assertThat(twice).isEqualTo(once);
  }
}
