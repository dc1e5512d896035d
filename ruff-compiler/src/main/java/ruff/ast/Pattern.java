package ruff.ast;

import java.util.List;
import ruff.source.Span;

/** The left side of a declaration, a destructuring or a {@code for}. */
public sealed interface Pattern extends Node {
  record Name(Span span, String name) implements Pattern {}

  /** {@code _}. */
  record Discard(Span span) implements Pattern {}

  /**
   * {@code [a, [b, _], ...rest]}.
   *
   * @param rest null when there is none; a {@link Discard} for {@code ..._}
   */
  record Array(Span span, List<Pattern> elements, Pattern rest) implements Pattern {}

  /**
   * <code>{x, y, ...others}</code>; the entries are {@link Name} or {@link Discard}.
   *
   * @param rest null when there is none
   */
  record Dict(Span span, List<Pattern> entries, Pattern rest) implements Pattern {}
}
