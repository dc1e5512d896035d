package ruff.interpreter;

import ruff.bytecode.Feedback;
import ruff.bytecode.Prototype;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Ints;
import ruff.value.RuffError;
import ruff.value.Text;

/** Reading and writing parts by index or key. */
final class Indexing {
  private Indexing() {}

  /** The element, entry or character; borrowed. */
  static Object get(Prototype code, int pc, Object object, Object index) {
    if (object instanceof ArrayValue array) {
      Object element = array.get(position(index, array.size));
      note(code, pc, array);
      return element;
    }
    if (Text.isText(object)) {
      code.feedback[pc] |= Feedback.TEXT_INDEX;
      return character(object, index);
    }
    if (object instanceof DictValue dict) {
      code.feedback[pc] |= Feedback.DICT_INDEX;
      return entry(dict, index);
    }
    code.feedback[pc] |= Feedback.OTHER_INDEX;
    if (object instanceof BytesValue bytes) {
      return Ints.box(bytes.get(position(index, bytes.length())));
    }
    throw invalidIndex();
  }

  private static void note(Prototype code, int pc, ArrayValue array) {
    Object data = array.data;
    if (data instanceof double[]) {
      code.feedback[pc] |= Feedback.FLOAT_ARRAY;
    } else if (data instanceof boolean[]) {
      code.feedback[pc] |= Feedback.BOOL_ARRAY;
    } else if (data instanceof Object[]) {
      code.feedback[pc] |= Feedback.OBJECT_ARRAY;
    }
  }

  private static Object character(Object text, Object index) {
    if (index instanceof Long position) {
      Object character = Text.charAt(text, position);
      if (character != null) {
        return character;
      }
      throw Errors.outOfBounds(position);
    }
    throw invalidIndex();
  }

  private static Object entry(DictValue dict, Object key) {
    Object value = dict.getKey(key);
    if (value == null) {
      throw DictValue.isKey(key) ? Errors.missingKey(key) : invalidIndex();
    }
    return value;
  }

  /**
   * The position that an index means in something of that size; negative ones count from the end.
   */
  private static int position(Object index, int size) {
    if (!(index instanceof Long written)) {
      throw invalidIndex();
    }
    long position = written < 0 ? written + size : written;
    if (position < 0 || position >= size) {
      throw Errors.outOfBounds(written);
    }
    return (int) position;
  }

  private static RuffError invalidIndex() {
    return new RuffError("Invalid index operation");
  }

  /**
   * Writes a part.
   *
   * @return the object that was written: the given one when it had one holder, else a copy
   */
  static Object set(Prototype code, int pc, Object object, Object index, Object value) {
    if (object instanceof ArrayValue array) {
      note(code, pc, array);
      if (!(index instanceof Long)) {
        throw invalidAssignment();
      }
      int position = position(index, array.size);
      ArrayValue target = array.shared ? array.copy() : array;
      target.set(position, value);
      return target;
    }
    if (object instanceof DictValue dict && DictValue.isKey(index)) {
      code.feedback[pc] |= Feedback.DICT_INDEX;
      DictValue target = dict.shared ? dict.copy() : dict;
      target.putKey(index, value);
      return target;
    }
    code.feedback[pc] |= Feedback.OTHER_INDEX;
    throw invalidAssignment();
  }

  private static RuffError invalidAssignment() {
    return new RuffError("Invalid index assignment");
  }

  /** The part of an owned object, owned there: a shared part is replaced by its copy. */
  static Object own(Prototype code, int pc, Object object, Object index) {
    return owned(object, index, get(code, pc, object, index));
  }

  /** {@link #own} without an error: Java null where it cannot be done. */
  static Object ownAhead(Object object, Object index) {
    Object part = null;
    if (object instanceof ArrayValue array && !array.shared && index instanceof Long position) {
      part = position >= 0 && position < array.size ? array.get(position.intValue()) : null;
    } else if (object instanceof DictValue dict && !dict.shared && DictValue.isKey(index)) {
      part = dict.getKey(index);
    }
    return owned(object, index, part);
  }

  private static Object owned(Object object, Object index, Object part) {
    if (!(part instanceof Container container) || !container.shared) {
      return part;
    }
    Container copy = container.copy();
    if (object instanceof ArrayValue array) {
      array.set(position(index, array.size), copy);
    } else if (object instanceof DictValue dict) {
      dict.putKey(index, copy);
    }
    return copy;
  }
}
