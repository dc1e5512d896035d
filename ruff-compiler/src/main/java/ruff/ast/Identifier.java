package ruff.ast;

import ruff.source.Span;

/** A name as written: of a binding, a field, a method, a module segment or an enum part. */
public record Identifier(Span span, String name) implements Node {}
