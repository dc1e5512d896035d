package ruff.source;

/**
 * A range of a source text in UTF-16 units, {@code start} inclusive, {@code end} exclusive.
 *
 * <p>{@link SourceText} turns offsets into lines and columns.
 */
public record Span(int start, int end) {
  public static final Span NONE = new Span(0, 0);

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The smallest span that holds both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
