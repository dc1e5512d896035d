package ruff.natives.processor;

import java.util.List;
import ruff.natives.Arity;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.Param.Ownership;

/**
 * A native function ready to be written.
 *
 * @param entry what the index says about it
 * @param plural whether texts about its arguments in method form say {@code 1 arguments}
 * @param aliasesAreMethods whether aliases are methods of what the function is a method of
 * @param takesPacked whether an array of packed texts stays so as its first argument
 * @param takesContext whether the Java method has the context as its first parameter
 * @param returnType the Java type of the result, {@code void} included
 */
record NativeModel(
    NativeEntry entry,
    boolean plural,
    boolean aliasesAreMethods,
    boolean takesPacked,
    boolean takesContext,
    String returnType,
    List<ParameterModel> parameters) {

  String method() {
    return entry.code().method();
  }

  /** Whether so many arguments reach the function's checks, which complain about missing ones. */
  boolean takes(int count) {
    boolean missing = entry.tooFew().equals(Native.MISSING) && count < arity().minimum();
    return missing || arity().accepts(count);
  }

  Arity arity() {
    return entry.arity();
  }

  /** Bit i is set when parameter i has that ownership; all arguments of a rest share its bit. */
  long bits(Ownership ownership) {
    long bits = 0;
    for (int i = 0; i < parameters.size() && i < Long.SIZE; i++) {
      Parameter parameter = new Parameter(i, parameters.get(i));
      if (parameter.model.entry().ownership() == ownership) {
        bits |= parameter.mask();
      }
    }
    return bits;
  }

  private record Parameter(int position, ParameterModel model) {
    long mask() {
      return model.rest() ? -1L << position : 1L << position;
    }
  }
}
