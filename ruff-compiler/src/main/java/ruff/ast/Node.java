package ruff.ast;

import ruff.source.Span;

/** A piece of syntax with the place it was read from. */
public interface Node {
  Span span();
}
