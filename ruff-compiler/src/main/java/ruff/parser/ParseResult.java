package ruff.parser;

import java.util.List;
import ruff.ast.Program;
import ruff.source.Diagnostic;

/**
 * A tree and what was wrong with its text.
 *
 * @param program with holes ({@code Missing}, empty names) where the text was not understood
 * @param diagnostics in the order of the text; empty when the program is well formed. Where the
 *     lexer found faults, these are the lexer's only
 */
public record ParseResult(Program program, List<Diagnostic> diagnostics) {
  public boolean isClean() {
    return diagnostics.isEmpty();
  }
}
