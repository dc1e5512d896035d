package ruff.conformance;

import java.util.ArrayList;
import java.util.List;
import ruff.conformance.Model.Arr;
import ruff.conformance.Model.Entries;
import ruff.conformance.Model.Int;

/**
 * A random sequence of assignments, writes, calls and loops over a few variables, and what it
 * prints when every value is copied deeply.
 *
 * <p>Each statement is written to the program and done to the model at the same time; paths are
 * chosen so that they exist.
 */
final class RandomProgram {
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final int LARGEST = 150;
  private static final String PRELUDE =
      """
      struct P { x, y }
      func same(v) { return v }
      func spoil(v) {
        if type(v) == "array" && len(v) > 0 { v[0] := 77 }
        if type(v) == "dict" || type(v) == "struct" { v.x := 77 }
        return v
      }
      func twice(v) {
        v := spoil(v)
        return [v, [v]]
      }
      func named(v) { return {"a": v, "b": [v]} }
      func look(v) { return to_string(v) }
      func holder(v) {
        return [func() { return v }, func(w) { v := w }]
      }
      """;

  private final Choices choices;
  private final List<Model> values = new ArrayList<>();
  private final StringBuilder program = new StringBuilder();
  private final StringBuilder output = new StringBuilder();

  /** A place inside a variable, as text of the program and as the container that holds it. */
  private record Place(String path, Model container, Object key) {
    Model get() {
      return switch (container) {
        case Arr array -> array.items().get((Integer) key);
        case Entries entries -> entries.entries().get((String) key);
        default -> throw new IllegalStateException();
      };
    }

    void set(Model value) {
      switch (container) {
        case Arr array -> array.items().set((Integer) key, value);
        case Entries entries -> entries.entries().put((String) key, value);
        default -> throw new IllegalStateException();
      }
    }
  }

  private RandomProgram(Choices choices) {
    this.choices = choices;
  }

  /**
   * @param inFunction whether the statements stand in a function
   * @return the program and its output
   */
  static List<String> make(Choices choices, boolean inFunction) {
    RandomProgram random = new RandomProgram(choices);
    for (String name : NAMES) {
      Model value = Model.literal(choices, 3);
      random.values.add(value);
      random.line("mut " + name + " := " + value.literal());
    }
    while (choices.more()) {
      random.statement();
    }
    random.show();
    String body = random.program.toString();
    String text = inFunction ? "func main() {\n" + body + "}\nmain()\n" : body;
    return List.of(PRELUDE + text, random.output.toString());
  }

  private void statement() {
    int target = choices.below(NAMES.size());
    int source = choices.below(NAMES.size());
    switch (choices.below(15)) {
      case 0 -> assign(target, NAMES.get(source), values.get(source));
      case 1 -> write(target, NAMES.get(source), values.get(source));
      case 2 -> writeLiteral(target);
      case 3 -> push(target, source);
      case 4 -> call(target, source);
      case 5 -> element(target, source);
      case 6 -> collect(target, source);
      case 7 -> add(target);
      case 8 -> pop(target, source);
      case 9 -> loop(target, source);
      case 10 -> capture(target, source);
      case 11 -> map(target, source);
      case 12 -> partsOfCall(target, source);
      case 13 -> entriesOfCall(source);
      default -> {
        Model literal = Model.literal(choices, 3);
        assign(target, literal.literal(), literal);
      }
    }
    if (values.get(target).size() > LARGEST) {
      assign(target, "[]", new Arr(new ArrayList<>()));
    }
    if (choices.below(4) == 0) {
      show();
    }
  }

  private void assign(int target, String expression, Model value) {
    line(NAMES.get(target) + " := " + expression);
    values.set(target, value.copy());
  }

  private void write(int target, String expression, Model value) {
    Place place = place(target);
    if (place != null) {
      line(place.path + " := " + expression);
      place.set(value.copy());
    }
  }

  private void writeLiteral(int target) {
    Model literal = Model.literal(choices, 1);
    write(target, literal.literal(), literal);
  }

  private void push(int target, int source) {
    if (values.get(target) instanceof Arr) {
      Arr longer = (Arr) values.get(target).copy();
      longer.items().add(values.get(source).copy());
      assign(target, "push(" + NAMES.get(target) + ", " + NAMES.get(source) + ")", longer);
    }
  }

  private void call(int target, int source) {
    String name = NAMES.get(source);
    Model value = values.get(source).copy();
    switch (choices.below(3)) {
      case 0 -> assign(target, "same(" + name + ")", value);
      case 1 -> {
        spoil(value);
        assign(target, "spoil(" + name + ")", value);
      }
      default -> {
        line("print(look(" + name + "))");
        output.append(value.shown()).append('\n');
      }
    }
  }

  private static void spoil(Model value) {
    switch (value) {
      case Arr array when !array.items().isEmpty() -> array.items().set(0, new Int(77));
      case Entries entries -> entries.entries().put("x", new Int(77));
      default -> {}
    }
  }

  private void element(int target, int source) {
    Place place = place(source);
    if (place != null) {
      assign(target, place.path, place.get());
    }
  }

  private void collect(int target, int source) {
    String name = NAMES.get(source);
    Model value = values.get(source);
    List<Model> items = new ArrayList<>();
    if (value instanceof Arr array && choices.below(2) == 0) {
      array.items().forEach(item -> items.add(item.copy()));
      items.add(value.copy());
      assign(target, "[..." + name + ", " + name + "]", new Arr(items));
    } else {
      items.add(value.copy());
      items.add(value.copy());
      assign(target, "[" + name + ", " + name + "]", new Arr(items));
    }
  }

  private void add(int target) {
    Place place = place(target);
    if (place != null && place.get() instanceof Int old) {
      line(place.path + " += 5");
      place.set(new Int(old.value() + 5));
    }
  }

  private void pop(int target, int other) {
    if (target != other && values.get(target) instanceof Arr array && !array.items().isEmpty()) {
      String name = NAMES.get(target);
      line("[" + name + ", " + NAMES.get(other) + "] := pop(" + name + ")");
      Arr rest = array.copy();
      Model last = rest.items().removeLast();
      values.set(target, rest);
      values.set(other, last);
    }
  }

  private void partsOfCall(int target, int other) {
    if (target != other) {
      String name = NAMES.get(target);
      line("[" + name + ", " + NAMES.get(other) + "] := twice(" + name + ")");
      spoil(values.get(target));
      values.set(other, listOf(values.get(target)));
    }
  }

  private void entriesOfCall(int source) {
    line("{a, b} := named(" + NAMES.get(source) + ")");
    Model value = values.get(source).copy();
    values.set(0, value);
    values.set(1, listOf(value));
  }

  private static Arr listOf(Model value) {
    return new Arr(new ArrayList<>(List.of(value.copy())));
  }

  private void loop(int target, int source) {
    if (values.get(source) instanceof Arr array && values.get(target) instanceof Arr) {
      Arr longer = (Arr) values.get(target).copy();
      array.copy().items().forEach(longer.items()::add);
      String name = NAMES.get(target);
      line("for x in " + NAMES.get(source) + " { " + name + " := push(" + name + ", x) }");
      values.set(target, longer);
    }
  }

  private void capture(int target, int source) {
    String name = NAMES.get(source);
    line("[get, set] := holder(" + name + ")");
    line("set([get(), " + NAMES.get(target) + "])");
    List<Model> items = new ArrayList<>();
    items.add(values.get(source).copy());
    items.add(values.get(target).copy());
    assign(target, "get()", new Arr(items));
  }

  private void map(int target, int source) {
    if (values.get(source) instanceof Arr array) {
      Arr result = array.copy();
      result.items().replaceAll(item -> new Arr(new ArrayList<>(List.of(item))));
      assign(target, "map(" + NAMES.get(source) + ", func(x) { return [x] })", result);
    }
  }

  /** A random existing place inside a variable; null where the variable holds no container. */
  private Place place(int variable) {
    String path = NAMES.get(variable);
    Model value = values.get(variable);
    Place place = null;
    for (int depth = 1 + choices.below(3); depth > 0; depth--) {
      Place inner = inner(path, value);
      if (inner == null) {
        return place;
      }
      place = inner;
      path = inner.path;
      value = inner.get();
    }
    return place;
  }

  private Place inner(String path, Model value) {
    return switch (value) {
      case Arr array when !array.items().isEmpty() -> {
        int index = choices.below(array.items().size());
        yield new Place(path + "[" + index + "]", array, index);
      }
      case Entries entries -> {
        String key = choices.of(List.of("x", "y"));
        boolean dotted = entries.struct() || choices.below(2) == 0;
        yield new Place(path + (dotted ? "." + key : "[\"" + key + "\"]"), entries, key);
      }
      default -> null;
    };
  }

  private void show() {
    line("print(" + String.join(", ", NAMES) + ")");
    output.append(String.join(" ", values.stream().map(Model::shown).toList())).append('\n');
  }

  private void line(String statement) {
    program.append(statement).append('\n');
  }
}
