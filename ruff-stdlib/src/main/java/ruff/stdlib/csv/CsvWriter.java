package ruff.stdlib.csv;

import ruff.stdlib.json.JsonWriter;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.TypeName;

/** Writes rows under the columns of the first one. */
final class CsvWriter {
  private final StringBuilder out = new StringBuilder(256);

  /**
   * @param columns the keys of the fields to write
   */
  void writeHeader(String[] columns) {
    int start = out.length();
    for (int i = 0; i < columns.length; i++) {
      writeField(i, columns[i]);
    }
    endRecord(start);
  }

  /** Writes a row; columns that it lacks stay empty. */
  void writeRow(String[] columns, DictValue row) {
    int start = out.length();
    for (int i = 0; i < columns.length; i++) {
      Object value = row.get(columns[i]);
      writeField(i, value == null ? "" : text(value));
    }
    endRecord(start);
  }

  String text() {
    return out.toString();
  }

  private static String text(Object value) {
    return switch (value) {
      case CharSequence text -> text.toString();
      case NullValue _ -> "";
      case Long _, Double _, Boolean _ -> Display.text(value);
      case ArrayValue _, DictValue _ -> JsonWriter.compact(value);
      default -> throw new RuffError("Cannot convert " + TypeName.of(value) + " to CSV");
    };
  }

  private void writeField(int index, String text) {
    if (index > 0) {
      out.append(',');
    }
    if (needsQuotes(text)) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      out.append(text);
    }
  }

  /** An empty line would be no record at all. */
  private void endRecord(int start) {
    if (out.length() == start) {
      out.append("\"\"");
    }
    out.append('\n');
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == ',' || unit == '"' || unit == '\n' || unit == '\r') {
        return true;
      }
    }
    return false;
  }
}
