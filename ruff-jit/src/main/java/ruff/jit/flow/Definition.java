package ruff.jit.flow;

import ruff.bytecode.Prototype;
import ruff.interpreter.FunctionValue;

/**
 * A function of a module's top level that nothing takes the place of.
 *
 * @param home a function of the module
 * @param slot the global
 * @param code of the function that the global holds
 */
public record Definition(FunctionValue home, int slot, Prototype code) {}
