package ruff.engine;

import java.nio.file.Path;
import ruff.bytecode.Disassembler;
import ruff.compile.CompiledModule;

/**
 * A compiled file.
 *
 * @param file where the source stands, or null
 */
record Program(ruff.ast.Program tree, CompiledModule module, Path file) implements CompiledProgram {
  @Override
  public int statementCount() {
    return module.statements();
  }

  @Override
  public int instructionCount() {
    return module.main().totalInstructions();
  }

  @Override
  public String disassemble() {
    return Disassembler.disassemble(module.main(), module.globals());
  }
}
