package ruff.interpreter;

import ruff.bytecode.Feedback;
import ruff.bytecode.Prototype;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Ints;
import ruff.value.QueueValue;
import ruff.value.RuffError;
import ruff.value.SequenceValue;
import ruff.value.SetValue;
import ruff.value.StackValue;
import ruff.value.Text;

/** The iterators behind {@code for}. */
public abstract class Iteration {
  /** The next value, marked shared where it stays in its source, or Java null at the end. */
  abstract Object next();

  /** Notes the kind of an element other than an int. */
  static void note(Prototype code, int pc, Object element) {
    code.feedback[pc] |= element instanceof Double ? Feedback.FLOAT_ARRAY : Feedback.OBJECT_ARRAY;
  }

  /** Notes the kind of what is iterated over, unless it is an array. */
  static void noteSource(Prototype code, int pc, Object source) {
    if (source instanceof Long) {
      code.feedback[pc] |= Feedback.COUNT;
    } else if (source instanceof DictValue) {
      code.feedback[pc] |= Feedback.DICT_INDEX;
    } else if (!(source instanceof ArrayValue)) {
      code.feedback[pc] |= Text.isText(source) ? Feedback.TEXT_INDEX : Feedback.OTHER_INDEX;
    }
  }

  /** An iterator over what the value holds at this moment. */
  static Iteration over(Object source) {
    if (source instanceof ArrayValue array) {
      array.shared = true;
      return new Elements(array);
    }
    if (source instanceof Long count) {
      return new CountedRange(0, count, 1);
    }
    if (Text.isText(source)) {
      return new Characters(Text.of(source));
    }
    if (source instanceof SequenceValue sequence) {
      return new Pulled(sequence);
    }
    return overOthers(source);
  }

  private static Iteration overOthers(Object source) {
    if (source instanceof DictValue dict) {
      return new Elements(shared(dict.keyArray()));
    }
    if (source instanceof Double count) {
      return new CountedRange(0, (long) (double) count, 1);
    }
    if (source instanceof BytesValue bytes) {
      return new Bytes(bytes);
    }
    if (source instanceof SetValue set) {
      return new Elements(shared(set.toArray()));
    }
    if (source instanceof QueueValue queue) {
      return new Elements(shared(queue.toArray()));
    }
    if (source instanceof StackValue stack) {
      return new Elements(shared(stack.toArray()));
    }
    throw new RuffError("Cannot iterate over non-iterable type");
  }

  private static ArrayValue shared(ArrayValue array) {
    array.shared = true;
    return array;
  }

  static final class Elements extends Iteration {
    private final ArrayValue array;
    private int index;

    Elements(ArrayValue array) {
      this(array, 0);
    }

    Elements(ArrayValue array, int index) {
      this.array = array;
      this.index = index;
    }

    ArrayValue array() {
      return array;
    }

    int position() {
      return index;
    }

    @Override
    Object next() {
      return index < array.size ? Container.shared(array.get(index++)) : null;
    }
  }

  static final class Characters extends Iteration {
    private final String text;
    private int place;

    Characters(String text) {
      this(text, 0);
    }

    Characters(String text, int place) {
      this.text = text;
      this.place = place;
    }

    String text() {
      return text;
    }

    /** The index of the next char. */
    int position() {
      return place;
    }

    @Override
    Object next() {
      if (place >= text.length()) {
        return null;
      }
      char unit = text.charAt(place);
      if (!Character.isHighSurrogate(unit)) {
        place++;
        return Text.ofChar(unit);
      }
      int codePoint = text.codePointAt(place);
      place += Character.charCount(codePoint);
      return Text.ofCodePoint(codePoint);
    }
  }

  private static final class Bytes extends Iteration {
    private final BytesValue bytes;
    private int index;

    Bytes(BytesValue bytes) {
      this.bytes = bytes;
    }

    @Override
    Object next() {
      return index < bytes.length() ? Ints.box(bytes.get(index++)) : null;
    }
  }

  private static final class Pulled extends Iteration {
    private final SequenceValue sequence;

    Pulled(SequenceValue sequence) {
      this.sequence = sequence;
    }

    @Override
    Object next() {
      Object value = sequence.next();
      return value == null ? null : Container.shared(value);
    }
  }
}
