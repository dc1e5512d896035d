package ruff.natives.processor;

import ruff.natives.NativeEntry.Parameter;

/**
 * A parameter of a native as declared.
 *
 * @param javaType qualified name for {@link ParameterKind#CLASS}, else unused
 * @param raw whether text accumulators are passed as they are
 * @param entry what the index says about it
 */
record ParameterModel(ParameterKind kind, String javaType, boolean raw, Parameter entry) {
  boolean optional() {
    return entry.optional();
  }

  boolean rest() {
    return kind == ParameterKind.REST;
  }
}
