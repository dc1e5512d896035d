package ruff.stdlib.sequence;

import ruff.value.ArrayValue;
import ruff.value.SequenceValue;

/** The values of a sequence in arrays of a size; the last may be shorter. */
final class ChunkStage extends SequenceValue {
  private final SequenceValue source;
  private final long size;

  /**
   * @param size zero or less puts everything into one array
   */
  ChunkStage(SequenceValue source, long size) {
    this.source = source;
    this.size = size;
  }

  @Override
  public Object next() {
    ArrayValue chunk = new ArrayValue();
    while (size <= 0 || chunk.size < size) {
      Object value = source.next();
      if (value == null) {
        break;
      }
      chunk.add(value);
    }
    return chunk.size == 0 ? null : chunk;
  }
}
