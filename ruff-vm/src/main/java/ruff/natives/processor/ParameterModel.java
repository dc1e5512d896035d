package ruff.natives.processor;

import java.util.List;
import ruff.natives.NativeEntry.Parameter;

/**
 * A parameter of a native as declared.
 *
 * @param javaType qualified name for {@link ParameterKind#CLASS}, else unused
 * @param raw whether text accumulators are passed as they are
 * @param union the Java classes that a parameter of type {@code Object} takes; empty when it takes
 *     everything or has a type of its own
 * @param checkedFirst whether its check comes before those of the parameters to its left
 * @param entry what the index says about it
 */
record ParameterModel(
    ParameterKind kind,
    String javaType,
    boolean raw,
    List<String> union,
    boolean checkedFirst,
    Parameter entry) {
  boolean optional() {
    return entry.optional();
  }

  /** The character in {@link ruff.natives.NativeEntry.Code#kinds}. */
  char code() {
    if (!union.isEmpty()) {
      return 'U';
    }
    return kind == ParameterKind.ANY && raw ? 'W' : kind.code();
  }

  boolean rest() {
    return kind == ParameterKind.REST;
  }
}
