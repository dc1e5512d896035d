package ruff.engine;

import java.util.List;
import ruff.source.Diagnostic;

/** What became of a source text. */
public sealed interface Compilation {
  record Compiled(CompiledProgram program) implements Compilation {}

  /**
   * @param diagnostics at least one; those of the subsystem {@code vm} are compile errors
   */
  record Rejected(List<Diagnostic> diagnostics) implements Compilation {}
}
