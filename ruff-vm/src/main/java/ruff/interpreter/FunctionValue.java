package ruff.interpreter;

import ruff.bytecode.Prototype;
import ruff.module.ModuleInstance;
import ruff.value.Callable;

/** A function of a program: its code, what it captured, and the module whose globals it sees. */
public final class FunctionValue extends Callable {
  public final Prototype code;
  public final ModuleInstance module;

  /**
   * Values, or cells where the variable is shared; placed into the registers after the parameters.
   */
  public final Object[] captures;

  public FunctionValue(Prototype code, ModuleInstance module, Object[] captures) {
    this.code = code;
    this.module = module;
    this.captures = captures;
  }

  @Override
  public String name() {
    return code.name;
  }

  /** The number of arguments that a call gives, a receiver not counted. */
  public int arity() {
    return code.takesReceiver ? code.parameterCount - 1 : code.parameterCount;
  }
}
