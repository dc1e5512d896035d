package ruff.value;

/**
 * Hashes that agree with {@link Equality}: equal values have equal hashes, floats within the
 * tolerance of equality excepted. Deep values are looked at to a bounded depth.
 */
final class Hashing {
  private static final int DEPTH = 4;
  private static final int ELEMENTS = 64;

  private Hashing() {}

  static int of(Object value) {
    return value instanceof String text ? text.hashCode() : of(value, DEPTH);
  }

  private static int of(Object value, int depth) {
    if (value instanceof Long number) {
      return ofFloat((double) number);
    }
    if (value instanceof Double number) {
      return ofFloat(number);
    }
    if (value instanceof CharSequence text) {
      return text.toString().hashCode();
    }
    if (value instanceof Callable callable && callable.isNative()) {
      return callable.name().hashCode();
    }
    if (value instanceof WrapValue wrap) {
      return wrap.kind().ordinal() + 31 * (wrap.value() == null ? 0 : ofPart(wrap.value(), depth));
    }
    if (value instanceof TaggedValue tagged) {
      return tagged.variant().hashCode() + 31 * ofRow(tagged.payload(), depth);
    }
    return value instanceof Container container ? ofContainer(container, depth) : value.hashCode();
  }

  /** A whole number hashes like the int that equals it; the zeros are one. */
  private static int ofFloat(double number) {
    return Double.hashCode(number + 0.0);
  }

  private static int ofPart(Object value, int depth) {
    return depth == 0 ? 0 : of(value, depth - 1);
  }

  private static int ofContainer(Container value, int depth) {
    if (value instanceof ArrayValue array) {
      return ofArray(array, depth);
    }
    if (value instanceof DictValue dict) {
      return ofDict(dict, depth);
    }
    if (value instanceof StructValue struct) {
      return ofStruct(struct, depth);
    }
    if (value instanceof SetValue set) {
      return set.size() + 3;
    }
    if (value instanceof QueueValue queue) {
      return 5 + ofRow(queue.toObjects(), depth);
    }
    return 7 + ofArray(((StackValue) value).items(), depth);
  }

  private static int ofArray(ArrayValue array, int depth) {
    int hash = array.size;
    for (int i = 0; i < Math.min(array.size, ELEMENTS); i++) {
      hash = 31 * hash + ofPart(array.get(i), depth);
    }
    return hash;
  }

  private static int ofRow(Object[] values, int depth) {
    int hash = values.length;
    for (int i = 0; i < Math.min(values.length, ELEMENTS); i++) {
      hash = 31 * hash + ofPart(values[i], depth);
    }
    return hash;
  }

  /** Adds up, since equal dicts may hold their entries in different order. */
  private static int ofDict(DictValue dict, int depth) {
    int hash = dict.size();
    for (String key : dict.insertionKeys()) {
      hash += key.hashCode() * 31 ^ ofPart(dict.get(key), depth);
    }
    return hash;
  }

  private static int ofStruct(StructValue struct, int depth) {
    Shape shape = struct.shape();
    int hash = shape.definition().name().hashCode();
    for (int i = 0; i < shape.size(); i++) {
      hash += shape.name(i).hashCode() * 31 ^ ofPart(struct.slot(i), depth);
    }
    return hash;
  }
}
