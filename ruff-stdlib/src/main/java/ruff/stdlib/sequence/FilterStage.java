package ruff.stdlib.sequence;

import ruff.natives.NativeContext;
import ruff.value.Callable;
import ruff.value.SequenceValue;
import ruff.value.Truth;

/** The values of a sequence that a function approves of. */
final class FilterStage extends SequenceValue {
  private final NativeContext context;
  private final SequenceValue source;
  private final Callable function;

  FilterStage(NativeContext context, SequenceValue source, Callable function) {
    this.context = context;
    this.source = source;
    this.function = function;
  }

  @Override
  public Object next() {
    Object value;
    while ((value = source.next()) != null) {
      if (Truth.isTruthy(context.call(function, value))) {
        return value;
      }
    }
    return null;
  }
}
