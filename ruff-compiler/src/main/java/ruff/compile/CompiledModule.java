package ruff.compile;

import java.util.List;
import ruff.bytecode.Prototype;

/**
 * A compiled file.
 *
 * @param main the top level
 * @param globals the names of the module's globals, by slot
 * @param statements the number of top-level statements
 */
public record CompiledModule(Prototype main, List<String> globals, int statements) {}
