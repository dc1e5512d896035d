package ruff.stdlib.sequence;

import ruff.value.SequenceValue;

/** A sequence without its first values, which are dropped at the first request. */
final class SkipStage extends SequenceValue {
  private final SequenceValue source;
  private long left;

  SkipStage(SequenceValue source, long count) {
    this.source = source;
    this.left = count;
  }

  @Override
  public Object next() {
    while (left > 0) {
      left--;
      if (source.next() == null) {
        left = 0;
        return null;
      }
    }
    return source.next();
  }
}
