package ruff.natives;

import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.QueueValue;
import ruff.value.SequenceValue;
import ruff.value.SetValue;
import ruff.value.StackValue;

/** The kinds of values that natives can be methods of. */
public enum Receiver {
  STRING,
  ARRAY,
  DICT,
  SET,
  QUEUE,
  STACK,
  BYTES,
  /** Generators and iterators. */
  SEQUENCE,
  /** Every value, the kinds above included. */
  ANY;

  /** The position of this kind in a set of kinds kept as bits. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The kinds that a value belongs to, as bits. */
  public static int bitsOf(Object value) {
    return ANY.bit() | kindOf(value);
  }

  private static int kindOf(Object value) {
    if (value instanceof CharSequence) {
      return STRING.bit();
    } else if (value instanceof ArrayValue) {
      return ARRAY.bit();
    } else if (value instanceof DictValue) {
      return DICT.bit();
    } else if (value instanceof SetValue) {
      return SET.bit();
    } else if (value instanceof QueueValue) {
      return QUEUE.bit();
    } else if (value instanceof StackValue) {
      return STACK.bit();
    } else if (value instanceof BytesValue) {
      return BYTES.bit();
    } else if (value instanceof SequenceValue) {
      return SEQUENCE.bit();
    }
    return 0;
  }
}
