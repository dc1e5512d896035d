package ruff.engine;

/** A program that is ready to run. */
public interface CompiledProgram {
  /** The number of statements at the top level of the file. */
  int statementCount();

  int instructionCount();

  /** All functions of the program as readable instructions. */
  String disassemble();
}
