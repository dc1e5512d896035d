package ruff.stdlib.toml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Nesting;

/**
 * A table that is still being filled. Its entries are tables like it, rows of such tables, or
 * values; values, inline tables among them, are never added to.
 */
final class TomlTable {
  /** How a table came to be, which decides what may still be said about it. */
  enum Origin {
    /** Named on the way to another table in a header; may get a header of its own. */
    IMPLIED,
    /** Named on the way to a dotted key; may get further dotted keys. */
    DOTTED,
    /** Has a header, or braces; never gets another. */
    DEFINED
  }

  /** Tables of one name, each with a header in double brackets. */
  record Row(List<TomlTable> tables) {}

  final Map<String, Object> entries = new LinkedHashMap<>();

  /** Tables and arrays around it. */
  final int depth;

  Origin origin;

  TomlTable(Origin origin, int depth) {
    this.origin = origin;
    this.depth = depth;
  }

  /** The table of a name on the way to a header, made when there is none; null for a value. */
  TomlTable towardsHeader(String name) {
    return switch (entries.get(name)) {
      case null -> add(name, Origin.IMPLIED);
      case TomlTable table -> table;
      case Row row -> row.tables.getLast();
      default -> null;
    };
  }

  /** The table of a name on the way to a dotted key; null for what cannot be added to. */
  TomlTable towardsKey(String name) {
    return switch (entries.get(name)) {
      case null -> add(name, Origin.DOTTED);
      case TomlTable table when table.origin == Origin.DOTTED -> table;
      default -> null;
    };
  }

  /** The table that a header names; null when it has been defined before. */
  TomlTable define(String name) {
    return switch (entries.get(name)) {
      case null -> add(name, Origin.DEFINED);
      case TomlTable table when table.origin == Origin.IMPLIED -> {
        table.origin = Origin.DEFINED;
        yield table;
      }
      default -> null;
    };
  }

  /** A new table in a row; null when the name stands for something else. */
  TomlTable append(String name) {
    Object row = entries.computeIfAbsent(name, key -> new Row(new java.util.ArrayList<>()));
    if (!(row instanceof Row(List<TomlTable> tables))) {
      return null;
    }
    TomlTable table = new TomlTable(Origin.DEFINED, depth + 2);
    tables.add(table);
    return table;
  }

  private TomlTable add(String name, Origin kind) {
    TomlTable table = new TomlTable(kind, depth + 1);
    entries.put(name, table);
    return table;
  }

  /** The dict that the table has become. */
  DictValue value() {
    DictValue dict = DictValue.ofExpectedSize(entries.size());
    entries.forEach(
        (key, entry) -> {
          Object value =
              switch (entry) {
                case TomlTable table -> table.value();
                case Row row -> ArrayValue.of(row.tables.stream().map(TomlTable::value).toArray());
                default -> entry;
              };
          dict.put(key, value);
          dict.nesting = Math.max(dict.nesting, 1 + Nesting.of(value));
        });
    return dict;
  }
}
