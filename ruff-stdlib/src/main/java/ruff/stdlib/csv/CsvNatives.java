package ruff.stdlib.csv;

import java.util.ArrayList;
import java.util.List;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.stdlib.convert.Numbers;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** Natives that read and write comma-separated values. */
public final class CsvNatives {
  private static final String NOT_DICTS = "CSV requires array of dictionaries";
  private static final String EMPTY = "CSV requires non-empty array";

  private CsvNatives() {}

  @Native(
      name = "parse_csv",
      family = Family.DATA_FORMAT,
      doc =
          "The rows of a table whose first record names the columns; fields that are decimal"
              + " numbers become ints or floats.",
      returns = "array of dict of int|float|string",
      arity = "{name} requires a string argument",
      error = "{name} requires a string argument",
      errors =
          "CSV parse error: CSV error: record N (line: L, byte: B): found record with X fields,"
              + " but the previous record has Y fields",
      example = "parse_csv(\"a,b\\n1,x\")",
      result = "[{\"a\": 1, \"b\": x}]")
  public static ArrayValue parse(String text) {
    CsvReader reader = new CsvReader(text);
    List<String> columns = new ArrayList<>();
    ArrayValue rows = new ArrayValue();
    reader.read(columns);
    List<String> fields = new ArrayList<>(columns.size());
    while (reader.read(fields)) {
      if (fields.size() != columns.size()) {
        throw ragged(reader, rows.size + 1, fields.size(), columns.size());
      }
      DictValue row = DictValue.ofExpectedSize(columns.size());
      for (int i = 0; i < fields.size(); i++) {
        row.put(columns.get(i), typed(fields.get(i)));
      }
      rows.add(row);
      fields.clear();
    }
    return rows;
  }

  private static RuffError ragged(CsvReader reader, int record, int found, int expected) {
    return new RuffError(
        ("CSV parse error: CSV error: record %d (line: %d, byte: %d): found record with %d fields,"
                + " but the previous record has %d fields")
            .formatted(record, reader.line(), reader.offset(), found, expected));
  }

  /**
   * The number that a field spells, else the field. Codes such as {@code 007} would lose digits as
   * numbers, so they stay text.
   */
  private static Object typed(String field) {
    Object number = isPadded(field) ? null : Numbers.strictly(field);
    return number == null ? field : number;
  }

  private static boolean isPadded(String field) {
    int start = field.startsWith("-") || field.startsWith("+") ? 1 : 0;
    return field.startsWith("0", start)
        && field.length() > start + 1
        && Character.isDigit(field.charAt(start + 1));
  }

  @Native(
      name = "to_csv",
      family = Family.DATA_FORMAT,
      doc =
          "A table with the columns of the first row in their order; arrays and dicts in cells"
              + " become JSON.",
      returns = "string",
      arity = "to_csv requires an array argument",
      error = NOT_DICTS,
      errors = {EMPTY, "Cannot convert TYPE to CSV"},
      example = "to_csv(parse_csv(\"a\\n1\"))",
      result = "a\n1\n")
  public static String write(
      @Param(type = "array of dict", ownership = Ownership.BORROWED) ArrayValue rows) {
    if (rows.size == 0) {
      throw new RuffError(EMPTY);
    }
    CsvWriter writer = new CsvWriter();
    String[] columns = row(rows, 0).insertionKeys();
    writer.writeHeader(columns);
    for (int i = 0; i < rows.size; i++) {
      writer.writeRow(columns, row(rows, i));
    }
    return writer.text();
  }

  private static DictValue row(ArrayValue rows, int index) {
    if (rows.get(index) instanceof DictValue row) {
      return row;
    }
    throw new RuffError(NOT_DICTS);
  }
}
