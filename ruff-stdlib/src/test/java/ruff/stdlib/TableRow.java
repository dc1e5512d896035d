package ruff.stdlib;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A row of the tables that the library is held against. */
record TableRow(
    String name,
    String family,
    String signature,
    String arity,
    String returns,
    String errors,
    String capability,
    String example,
    String result) {
  static List<TableRow> read(String resource) {
    return lines(resource).skip(1).map(line -> of(line.split("\t", -1))).toList();
  }

  /** The lines of a file beside this class. */
  static Stream<String> lines(String resource) {
    try (InputStream in = TableRow.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TableRow of(String[] cells) {
    return new TableRow(
        cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[8], cells[9]);
  }

  boolean isConstant() {
    return arity.equals("-");
  }

  @Override
  public String toString() {
    return name;
  }
}
