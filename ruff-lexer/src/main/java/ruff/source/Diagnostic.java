package ruff.source;

/**
 * A fault found in a source text before it runs.
 *
 * @param position where the fault is; null when no place is known
 */
public record Diagnostic(DiagnosticCode code, String message, String file, Position position) {}
