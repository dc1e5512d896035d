package ruff.stdlib.sequence;

import ruff.value.ArrayValue;
import ruff.value.Ints;
import ruff.value.SequenceValue;

/** Pairs of position and value. */
final class EnumerateStage extends SequenceValue {
  private final SequenceValue source;
  private long position;

  EnumerateStage(SequenceValue source) {
    this.source = source;
  }

  @Override
  public Object next() {
    Object value = source.next();
    return value == null ? null : ArrayValue.of(Ints.box(position++), value);
  }
}
