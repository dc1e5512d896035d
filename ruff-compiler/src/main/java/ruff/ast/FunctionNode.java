package ruff.ast;

import java.util.List;
import ruff.source.Span;

/**
 * A function as written: a declaration, a method or a function value.
 *
 * @param name null for a function value
 * @param returnType null when not annotated
 */
public record FunctionNode(
    Span span,
    Identifier name,
    boolean async,
    boolean generator,
    List<Parameter> parameters,
    TypeExpr returnType,
    Block body)
    implements Node {

  /**
   * One parameter.
   *
   * @param type null when not annotated
   */
  public record Parameter(Span span, Identifier name, TypeExpr type) implements Node {}
}
