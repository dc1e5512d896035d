package ruff.stdlib.toml;

import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Ints;
import ruff.value.Nesting;
import ruff.value.RuffError;

/** Turns a TOML text into a dict. Dates and times become texts, with their digits as written. */
final class TomlReader {
  private static final Pattern DATE_OR_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d(?:[Tt"
              + " ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)?)?"
              + "|\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?");

  /** Where the time begins in a text of both. */
  private static final int TIME_MARK = 10;

  /** {@link #offset} for a line that was found before. */
  private int knownLine = 1;

  private int knownOffset;

  private final String text;

  private TomlReader(String text) {
    this.text = text;
  }

  static DictValue read(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    TomlParseOptions options =
        TomlParseOptions.sourceless()
            .withVersion(TomlVersion.V1_0_0)
            .withMaxNestingDepth(TomlNatives.MAX_DEPTH);
    TomlParseResult result = Toml.parse(plain, options);
    if (result.hasErrors()) {
      throw new RuffError("TOML parse error: " + describe(plain, first(result.errors())));
    }
    return new TomlReader(plain).dict(result);
  }

  private DictValue dict(TomlTable table) {
    DictValue dict = DictValue.ofExpectedSize(table.size());
    for (String key : table.keySet()) {
      List<String> path = List.of(key);
      Object found = table.get(path);
      Object value =
          found instanceof Temporal
              ? dateOrTime(table.entry(path).value().position())
              : value(found);
      dict.put(key, value);
      dict.nesting = Math.max(dict.nesting, 1 + Nesting.of(value));
    }
    return dict;
  }

  private ArrayValue array(TomlArray array) {
    Object[] values = new Object[array.size()];
    for (int i = 0; i < values.length; i++) {
      Object found = array.get(i);
      values[i] =
          found instanceof Temporal ? dateOrTime(array.entry(i).value().position()) : value(found);
    }
    return ArrayValue.of(values);
  }

  private Object value(Object found) {
    return switch (found) {
      case TomlTable table -> dict(table);
      case TomlArray array -> array(array);
      case Long number -> Ints.box(number);
      default -> found;
    };
  }

  /** The date or time at a position as written, but for its two letters. */
  private String dateOrTime(TomlPosition position) {
    Matcher matcher = DATE_OR_TIME.matcher(text).region(offset(position), text.length());
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("no date at " + position);
    }
    String written = matcher.group().toUpperCase(java.util.Locale.ROOT);
    return written.length() > TIME_MARK ? written.replace(' ', 'T') : written;
  }

  /** The index of a position whose line is not above the one asked for before. */
  private int offset(TomlPosition position) {
    if (position.line() < knownLine) {
      knownLine = 1;
      knownOffset = 0;
    }
    while (knownLine < position.line()) {
      knownOffset = text.indexOf('\n', knownOffset) + 1;
      knownLine++;
    }
    return text.offsetByCodePoints(knownOffset, position.column() - 1);
  }

  private static TomlParseError first(List<TomlParseError> errors) {
    Comparator<TomlParseError> byLine = Comparator.comparingInt(error -> error.position().line());
    return errors.stream()
        .min(byLine.thenComparingInt(error -> error.position().column()))
        .orElseThrow();
  }

  /** The position, the line with a mark below, and the reason. */
  private static String describe(String text, TomlParseError error) {
    int line = error.position().line();
    int column = error.position().column();
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    String content = text.lines().skip(line - 1L).findFirst().orElse("");
    return "TOML parse error at line %s, column %d\n%s |\n%s | %s\n%s | %s^\n%s\n"
        .formatted(
            number, column, margin, number, content, margin, " ".repeat(column - 1), reason(error));
  }

  private static String reason(TomlParseError error) {
    return error.getMessage().startsWith("Integer is too ")
        ? "number too large to fit in target type"
        : error.getMessage();
  }
}
