package ruff.conformance;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Deep equality is reflexive, symmetric, transitive, and blind to how a value came about. */
class EqualityPropertyTest {
  private static final String PRELUDE =
      """
      struct P { x, y }
      func rebuilt(v) {
        if type(v) == "array" {
          mut out := []
          for item in v { out := push(out, rebuilt(item)) }
          return out
        }
        if type(v) == "dict" {
          mut out := {}
          for k in reverse(keys(v)) { out[k] := rebuilt(v[k]) }
          return out
        }
        if type(v) == "struct" { return P { y: rebuilt(v.y), x: rebuilt(v.x) } }
        if type(v) == "int" { return v * 1.0 }
        return v + ""
      }
      """;

  @Property(tries = 150)
  void equalityAgreesWithTheContent(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 99) Integer> numbers) {
    Choices choices = new Choices(numbers);
    List<Model> values = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      values.add(Model.literal(choices, 2));
    }
    StringBuilder program = new StringBuilder(PRELUDE);
    StringBuilder expected = new StringBuilder();
    program.append("all := ").append(new Model.Arr(values).literal()).append('\n');
    program.append("again := ").append(new Model.Arr(values).literal()).append('\n');
    program.append("print(all == again, all == rebuilt(all), rebuilt(all) == all)\n");
    expected.append("true true true\n");
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        boolean equal = values.get(i).equals(values.get(j));
        String pair = "all[%d] == again[%d], again[%d] != all[%d]".formatted(i, j, j, i);
        String mixed = "rebuilt(all[%d]) == all[%d], [all[%d]] == [again[%d]]";
        program.append("print(").append(pair).append(", ");
        program.append(mixed.formatted(i, j, i, j)).append(")\n");
        expected.append("%b %b %b %b\n".formatted(equal, !equal, equal, equal));
      }
    }
    Source.assertPrints(program.toString(), expected.toString());
  }
}
