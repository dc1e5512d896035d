package ruff.stdlib.sequence;

import ruff.value.ArrayValue;
import ruff.value.SequenceValue;

/** The values of a sequence, the items of arrays in their place. */
final class FlattenStage extends SequenceValue {
  private final SequenceValue source;
  private SequenceValue items;

  FlattenStage(SequenceValue source) {
    this.source = source;
  }

  @Override
  public Object next() {
    while (true) {
      if (items != null) {
        Object item = items.next();
        if (item != null) {
          return item;
        }
        items = null;
      }
      Object value = source.next();
      if (!(value instanceof ArrayValue array)) {
        return value;
      }
      items = new ArraySource(array);
    }
  }
}
