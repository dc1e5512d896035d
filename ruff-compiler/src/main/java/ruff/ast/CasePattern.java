package ruff.ast;

import java.util.List;
import ruff.source.Span;

/** What follows {@code case}. */
public sealed interface CasePattern extends Node {
  /**
   * {@code Ok(x)}, {@code None}, {@code Shape::Rect(w, h)}, {@code word}.
   *
   * @param enumName null for the short form
   * @param bindings the payload names, {@code _} included; empty without parentheses
   */
  record Tag(Span span, Identifier enumName, Identifier variant, List<Identifier> bindings)
      implements CasePattern {}

  /** {@code _}. */
  record Wildcard(Span span) implements CasePattern {}

  /**
   * A number (perhaps a {@link Expr.Unary} minus), string, bool or null, compared by {@code ==}.
   */
  record Literal(Span span, Expr value) implements CasePattern {}
}
