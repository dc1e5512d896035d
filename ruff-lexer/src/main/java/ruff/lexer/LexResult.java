package ruff.lexer;

import java.util.List;
import ruff.source.Diagnostic;

/**
 * The tokens of a source text.
 *
 * @param tokens never empty; the last one, and no other, is the end of the file
 * @param diagnostics in the order of the text; empty when all is well
 */
public record LexResult(List<Token> tokens, List<Diagnostic> diagnostics) {}
