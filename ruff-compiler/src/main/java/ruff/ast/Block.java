package ruff.ast;

import java.util.List;
import ruff.source.Span;

/** Statements in braces; the span includes the braces. */
public record Block(Span span, List<Stmt> statements) implements Node {}
