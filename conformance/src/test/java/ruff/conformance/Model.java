package ruff.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ruff values in the simplest way: whoever takes one takes a deep copy. What programs show must not
 * differ from this.
 */
sealed interface Model {
  record Int(long value) implements Model {
    @Override
    public Int copy() {
      return this;
    }

    @Override
    public String shown() {
      return Long.toString(value);
    }

    @Override
    public String literal() {
      return shown();
    }

    @Override
    public int size() {
      return 1;
    }
  }

  record Str(String text) implements Model {
    @Override
    public Str copy() {
      return this;
    }

    @Override
    public String shown() {
      return text;
    }

    @Override
    public String literal() {
      return '"' + text + '"';
    }

    @Override
    public int size() {
      return 1;
    }
  }

  record Arr(List<Model> items) implements Model {
    @Override
    public Arr copy() {
      List<Model> copies = new ArrayList<>();
      items.forEach(item -> copies.add(item.copy()));
      return new Arr(copies);
    }

    @Override
    public String shown() {
      return "[" + String.join(", ", items.stream().map(Model::shown).toList()) + "]";
    }

    @Override
    public String literal() {
      return "[" + String.join(", ", items.stream().map(Model::literal).toList()) + "]";
    }

    @Override
    public int size() {
      return 1 + items.stream().mapToInt(Model::size).sum();
    }
  }

  /** A dict, or a struct named {@code P}. */
  record Entries(boolean struct, Map<String, Model> entries) implements Model {
    @Override
    public Entries copy() {
      Map<String, Model> copies = new TreeMap<>();
      entries.forEach((key, value) -> copies.put(key, value.copy()));
      return new Entries(struct, copies);
    }

    @Override
    public String shown() {
      String quote = struct ? "" : "\"";
      List<String> parts = new ArrayList<>();
      entries.forEach((key, value) -> parts.add(quote + key + quote + ": " + value.shown()));
      String inner = String.join(", ", parts);
      return struct ? "P { " + inner + " }" : "{" + inner + "}";
    }

    @Override
    public String literal() {
      String quote = struct ? "" : "\"";
      List<String> parts = new ArrayList<>();
      entries.forEach((key, value) -> parts.add(quote + key + quote + ": " + value.literal()));
      return (struct ? "P {" : "{") + String.join(", ", parts) + "}";
    }

    @Override
    public int size() {
      return 1 + entries.values().stream().mapToInt(Model::size).sum();
    }
  }

  Model copy();

  /** As {@code print} shows it. */
  String shown();

  /** An expression that makes it. */
  String literal();

  /** The number of values in it, itself included. */
  int size();

  /** A small value. */
  static Model literal(Choices choices, int depth) {
    int kind = choices.below(depth == 0 ? 2 : 6);
    return switch (kind) {
      case 0 -> new Int(choices.below(10));
      case 1 -> new Str(choices.of(List.of("a", "b", "")));
      case 2, 3 -> {
        List<Model> items = new ArrayList<>();
        for (int i = choices.below(4); i > 0; i--) {
          items.add(literal(choices, depth - 1));
        }
        yield new Arr(items);
      }
      default -> {
        Map<String, Model> entries = new TreeMap<>();
        for (String key : List.of("x", "y")) {
          entries.put(key, literal(choices, depth - 1));
        }
        yield new Entries(kind == 5, entries);
      }
    };
  }
}
