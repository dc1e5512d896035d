package ruff.stdlib.sequence;

import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.SequenceValue;

/** The items of an array as a sequence; nobody changes the array. */
final class ArraySource extends SequenceValue {
  private final ArrayValue array;
  private int next;

  ArraySource(ArrayValue array) {
    this.array = array;
  }

  @Override
  public Object next() {
    return next < array.size ? Container.shared(array.get(next++)) : null;
  }
}
