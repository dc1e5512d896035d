package ruff.stdlib.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ruff.natives.CancelSignal;

/**
 * Splits a text into records of fields. Every text can be split: a quote inside an unquoted field
 * is an ordinary character, text behind a closing quote belongs to the field, and a quote that is
 * never closed reaches to the end.
 */
final class CsvReader {
  private final String text;
  private int at;
  private int recordStart;

  CsvReader(String text) {
    this.text = text;
    at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** Adds the fields of the next record to a list; false when there is none. */
  boolean read(List<String> fields) {
    CancelSignal.check();
    int length = text.length();
    while (at < length && isLineEnd(text.charAt(at))) {
      at++;
    }
    recordStart = at;
    if (at == length) {
      return false;
    }
    fields.add(field());
    while (at < length && text.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    return true;
  }

  /** The line, from 1 on, in which the record read last begins. */
  int line() {
    int line = 1;
    for (int i = 0; i < recordStart; i++) {
      char unit = text.charAt(i);
      if (unit == '\n' || (unit == '\r' && text.charAt(i + 1) != '\n')) {
        line++;
      }
    }
    return line;
  }

  /** The number of bytes of UTF-8 before the record read last. */
  int offset() {
    return text.substring(0, recordStart).getBytes(StandardCharsets.UTF_8).length;
  }

  private String field() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : unquoted();
  }

  private String unquoted() {
    int start = at;
    int end = start;
    while (end < text.length() && text.charAt(end) != ',' && !isLineEnd(text.charAt(end))) {
      end++;
    }
    at = end;
    return text.substring(start, end);
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    int from = at + 1;
    while (true) {
      int quote = text.indexOf('"', from);
      if (quote < 0) {
        at = text.length();
        return field.append(text, Math.min(from, at), at).toString();
      }
      field.append(text, from, quote);
      at = quote + 1;
      if (at == text.length() || text.charAt(at) != '"') {
        return field.append(unquoted()).toString();
      }
      field.append('"');
      from = at + 1;
    }
  }

  private static boolean isLineEnd(char unit) {
    return unit == '\n' || unit == '\r';
  }
}
