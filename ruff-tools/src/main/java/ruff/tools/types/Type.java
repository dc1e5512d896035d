package ruff.tools.types;

import java.util.List;
import java.util.stream.Collectors;

/** What is known about a value before a program runs. */
sealed interface Type {
  Type INT = new Basic("Int");
  Type FLOAT = new Basic("Float");
  Type STRING = new Basic("String");
  Type BOOL = new Basic("Bool");

  /** Nothing is known; it goes with everything. */
  Type ANY = new Basic("Any");

  record Basic(String shown) implements Type {}

  record Array(Type element) implements Type {
    @Override
    public String shown() {
      return "Array(" + element.shown() + ")";
    }
  }

  record Dict(Type key, Type value) implements Type {
    @Override
    public String shown() {
      return "Dict { key: " + key.shown() + ", value: " + value.shown() + " }";
    }
  }

  record Function(List<Type> parameters, Type result) implements Type {
    @Override
    public String shown() {
      return parameters.stream()
          .map(Type::shown)
          .collect(Collectors.joining(", ", "Function { params: [", "], return: "))
          .concat(result.shown() + " }");
    }
  }

  /** The type of results; a side that is not known is {@link #ANY}. */
  record Result(Type value, Type error) implements Type {
    @Override
    public String shown() {
      return "Result(" + value.shown() + ", " + error.shown() + ")";
    }
  }

  record Option(Type value) implements Type {
    @Override
    public String shown() {
      return "Option(" + value.shown() + ")";
    }
  }

  record Struct(String shown) implements Type {}

  /** {@code T?}: a value or null. */
  record Nullable(Type value) implements Type {
    @Override
    public String shown() {
      return value.shown() + "?";
    }
  }

  /** As messages show it. */
  String shown();

  default boolean isNumber() {
    return this == INT || this == FLOAT;
  }

  /** Whether a value of another type may stand where this one is wanted. */
  default boolean accepts(Type actual) {
    if (this == ANY || actual == ANY || equals(actual)) {
      return true;
    }
    if (actual instanceof Nullable nullable) {
      // Whether it was asked for null before is not known here.
      return accepts(nullable.value);
    }
    return switch (this) {
      case Basic basic -> this == FLOAT && actual == INT;
      case Array array -> actual instanceof Array other && array.element.accepts(other.element);
      case Dict dict ->
          actual instanceof Dict other
              && dict.key.accepts(other.key)
              && dict.value.accepts(other.value);
      case Function function -> actual instanceof Function;
      case Result result ->
          actual instanceof Result other
              && result.value.accepts(other.value)
              && result.error.accepts(other.error);
      case Option option -> actual instanceof Option other && option.value.accepts(other.value);
      case Struct struct -> false;
      case Nullable nullable -> nullable.value.accepts(actual);
    };
  }

  /** What two values of one collection or two ways of a program have in common. */
  static Type common(Type one, Type other) {
    if (one == null || one.equals(other)) {
      return other;
    }
    return one.isNumber() && other.isNumber() ? FLOAT : ANY;
  }
}
