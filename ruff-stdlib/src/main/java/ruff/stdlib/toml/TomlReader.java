package ruff.stdlib.toml;

import java.util.ArrayList;
import java.util.List;
import ruff.natives.CancelSignal;
import ruff.stdlib.toml.TomlTable.Origin;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Reads TOML 1.0. Dates and times become texts, with their digits as written. */
final class TomlReader {
  private static final String TOO_DEEP =
      "nesting is too deep (more than " + TomlNatives.MAX_DEPTH + " levels)";

  private final TomlCursor in;
  private final TomlStrings strings;
  private final TomlTable root = new TomlTable(Origin.DEFINED, 0);

  private TomlReader(String text) {
    in = new TomlCursor(text);
    strings = new TomlStrings(in);
  }

  static DictValue read(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    TomlReader reader = new TomlReader(plain);
    try {
      reader.readDocument();
    } catch (InvalidToml invalid) {
      throw new RuffError("TOML parse error: " + invalid.describe(plain));
    }
    return reader.root.value();
  }

  private void readDocument() throws InvalidToml {
    TomlTable table = root;
    in.skipLines();
    while (in.peek() != TomlCursor.END) {
      CancelSignal.check();
      if (in.peek() == '[') {
        table = header();
      } else {
        readEntry(table);
      }
      in.endLine();
      in.skipLines();
    }
  }

  private TomlTable header() throws InvalidToml {
    int start = in.at;
    boolean row = in.take("[[");
    in.at += row ? 0 : 1;
    List<String> path = path();
    if (!in.take(row ? "]]" : "]")) {
      throw in.unexpected(row ? "expected `.` or `]]`" : "expected `.` or `]`");
    }
    TomlTable table = root;
    for (String name : path.subList(0, path.size() - 1)) {
      table = table.towardsHeader(name);
      if (table == null) {
        throw duplicate(name, start);
      }
      checkDepth(table.depth, start);
    }
    table = row ? table.append(path.getLast()) : table.define(path.getLast());
    if (table == null) {
      throw duplicate(path.getLast(), start);
    }
    checkDepth(table.depth, start);
    return table;
  }

  /** Reads names between dots. */
  private List<String> path() throws InvalidToml {
    List<String> path = new ArrayList<>(4);
    do {
      in.skipSpace();
      path.add(name());
      in.skipSpace();
      checkDepth(path.size(), in.at);
    } while (in.take("."));
    return path;
  }

  private String name() throws InvalidToml {
    if (in.peek() == '"' || in.peek() == '\'') {
      return strings.line();
    }
    int start = in.at;
    while (isBare(in.peek())) {
      in.at++;
    }
    if (in.at == start) {
      throw in.unexpected("expected a key");
    }
    return in.text.substring(start, in.at);
  }

  static boolean isBare(int unit) {
    return (unit >= '0' && unit <= '9')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= 'a' && unit <= 'z')
        || unit == '_'
        || unit == '-';
  }

  private void readEntry(TomlTable table) throws InvalidToml {
    int start = in.at;
    List<String> path = path();
    if (!in.take("=")) {
      throw in.unexpected("expected `.` or `=`");
    }
    in.skipSpace();
    TomlTable target = table;
    for (String name : path.subList(0, path.size() - 1)) {
      target = target.towardsKey(name);
      if (target == null) {
        throw duplicate(name, start);
      }
      checkDepth(target.depth, start);
    }
    Object value = value(target.depth + 1);
    if (target.entries.putIfAbsent(path.getLast(), value) != null) {
      throw duplicate(path.getLast(), start);
    }
  }

  private static InvalidToml duplicate(String name, int start) {
    return new InvalidToml("duplicate key `" + name + "`", start);
  }

  private static void checkDepth(int depth, int place) throws InvalidToml {
    if (depth > TomlNatives.MAX_DEPTH) {
      throw new InvalidToml(TOO_DEEP, place);
    }
  }

  /**
   * @param depth tables and arrays around the value
   */
  private Object value(int depth) throws InvalidToml {
    return switch (in.peek()) {
      case '"', '\'' -> strings.any();
      case '[' -> array(depth);
      case '{' -> inlineTable(depth);
      default -> new TomlScalar(in).read();
    };
  }

  private ArrayValue array(int depth) throws InvalidToml {
    checkDepth(depth, in.at);
    in.at++;
    List<Object> items = new ArrayList<>();
    in.skipLines();
    while (!in.take("]")) {
      items.add(value(depth + 1));
      in.skipLines();
      if (!in.take(",") && in.peek() != ']') {
        throw in.unexpected("invalid array\nexpected `,` or `]`");
      }
      in.skipLines();
    }
    return ArrayValue.of(items.toArray());
  }

  private DictValue inlineTable(int depth) throws InvalidToml {
    checkDepth(depth, in.at);
    in.at++;
    TomlTable table = new TomlTable(Origin.DEFINED, depth);
    in.skipSpace();
    boolean more = !in.take("}");
    while (more) {
      readEntry(table);
      in.skipSpace();
      more = in.take(",");
      if (!more && !in.take("}")) {
        throw in.unexpected("invalid inline table\nexpected `,` or `}`");
      }
      in.skipSpace();
    }
    return table.value();
  }
}
