package ruff.stdlib.sequence;

import ruff.natives.NativeContext;
import ruff.value.Callable;
import ruff.value.SequenceValue;

/** Each value of a sequence after a function. */
final class MapStage extends SequenceValue {
  private final NativeContext context;
  private final SequenceValue source;
  private final Callable function;

  MapStage(NativeContext context, SequenceValue source, Callable function) {
    this.context = context;
    this.source = source;
    this.function = function;
  }

  @Override
  public Object next() {
    Object value = source.next();
    return value == null ? null : context.call(function, value);
  }
}
