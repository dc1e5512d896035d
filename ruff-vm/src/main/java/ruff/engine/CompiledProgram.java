package ruff.engine;

import ruff.ast.Program;

/** A program that is ready to run. */
public interface CompiledProgram {
  /** The number of statements at the top level of the file. */
  int statementCount();

  int instructionCount();

  /** The tree that it was made from. */
  Program tree();

  /** All functions of the program as readable instructions. */
  String disassemble();
}
