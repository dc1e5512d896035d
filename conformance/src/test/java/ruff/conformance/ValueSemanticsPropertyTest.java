package ruff.conformance;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Programs behave as if every value were copied whenever it gets a second holder. */
class ValueSemanticsPropertyTest {
  @Property(tries = 400)
  void globalVariablesNeverShowChangesThroughOneAnother(
      @ForAll @Size(max = 250) List<@IntRange(min = 0, max = 999) Integer> numbers) {
    check(numbers, false);
  }

  @Property(tries = 400)
  void localVariablesNeverShowChangesThroughOneAnother(
      @ForAll @Size(max = 250) List<@IntRange(min = 0, max = 999) Integer> numbers) {
    check(numbers, true);
  }

  private static void check(List<Integer> numbers, boolean inFunction) {
    List<String> made = RandomProgram.make(new Choices(numbers), inFunction);
    Source.assertPrints(made.getFirst(), made.getLast());
  }
}
