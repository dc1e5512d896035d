package ruff.ast;

import java.util.List;
import ruff.source.Span;

/** A type annotation. It has no effect at run time. */
public sealed interface TypeExpr extends Node {
  /** {@code int}, {@code Point}, {@code Result<int, string>}. */
  record Named(Span span, String name, List<TypeExpr> arguments) implements TypeExpr {}

  /** {@code T?}. */
  record Optional(Span span, TypeExpr inner) implements TypeExpr {}

  /** {@code T[]}. */
  record ArrayOf(Span span, TypeExpr element) implements TypeExpr {}
}
