package ruff.compile;

import java.util.List;
import java.util.Map;
import ruff.bytecode.Prototype;

/**
 * A compiled file.
 *
 * @param main the top level
 * @param globals the names of the module's globals, by slot
 * @param definitions the functions of the top level that nothing takes the place of, by name
 * @param statements the number of top-level statements
 */
public record CompiledModule(
    Prototype main, List<String> globals, Map<String, Prototype> definitions, int statements) {}
