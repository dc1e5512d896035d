package ruff.stdlib.sequence;

import ruff.value.ArrayValue;
import ruff.value.SequenceValue;

/** Pairs of the values of two sequences, as long as both have one. */
final class ZipStage extends SequenceValue {
  private final SequenceValue left;
  private final SequenceValue right;

  ZipStage(SequenceValue left, SequenceValue right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Object next() {
    Object first = left.next();
    if (first == null) {
      return null;
    }
    Object second = right.next();
    return second == null ? null : ArrayValue.of(first, second);
  }
}
