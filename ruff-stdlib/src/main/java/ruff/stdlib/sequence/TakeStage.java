package ruff.stdlib.sequence;

import ruff.value.SequenceValue;

/** The first values of a sequence; it never asks for more than it gives. */
final class TakeStage extends SequenceValue {
  private final SequenceValue source;
  private long left;

  TakeStage(SequenceValue source, long count) {
    this.source = source;
    this.left = count;
  }

  @Override
  public Object next() {
    if (left <= 0) {
      return null;
    }
    left--;
    return source.next();
  }
}
