package ruff.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers what is wrong with one source text and hands it out in the order of the text.
 *
 * <p>Places are offsets until the end: counting the columns of all faults in one pass keeps a line
 * with very many of them from costing quadratic time.
 */
public final class DiagnosticLog {
  private record Entry(int offset, DiagnosticCode code, String message) {}

  private final SourceText source;
  private final List<Entry> entries = new ArrayList<>();

  public DiagnosticLog(SourceText source) {
    this.source = source;
  }

  /**
   * @param offset the UTF-16 offset of the first character concerned
   */
  public void report(DiagnosticCode code, int offset, String message) {
    entries.add(new Entry(offset, code, message));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Everything reported so far, by place; of the same place, in the order of reporting. */
  public List<Diagnostic> toList() {
    if (entries.isEmpty()) {
      return List.of();
    }
    entries.sort(Comparator.comparingInt(Entry::offset));
    List<Diagnostic> found = new ArrayList<>(entries.size());
    Position position = new Position(0, 0);
    int counted = 0;
    for (Entry entry : entries) {
      position =
          source.lineOf(entry.offset) == position.line()
              ? new Position(position.line(), position.column() + columns(counted, entry.offset))
              : source.position(entry.offset);
      counted = entry.offset;
      found.add(new Diagnostic(entry.code, entry.message, source.name(), position));
    }
    return List.copyOf(found);
  }

  private int columns(int from, int to) {
    return source.text().codePointCount(from, to);
  }
}
