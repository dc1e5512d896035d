package ruff.value;

import java.util.ArrayDeque;
import java.util.Arrays;
import ruff.natives.CancelSignal;

/**
 * The {@code ==} of the language, operator methods aside: never an error, deep, by content;
 * closures and handles by identity, natives by name.
 *
 * <p>A value with NaN inside is not equal to itself, so identity proves nothing for values with
 * parts. All pairs of parts must be equal, in whatever order they are looked at: pairs below a
 * certain depth wait in a queue of their own instead of on the stack.
 */
public final class Equality {
  /** Finite floats closer than this are equal. */
  private static final double TOLERANCE = 2.220446049250313e-16;

  private static final int DEPTH = 128;

  private static final int PAIRS_BETWEEN_CHECKS = 0xFFF;

  /** Pairs of deep values still to be compared, one after the other; null before the first. */
  private ArrayDeque<Object> waiting;

  /** Pairs compared so far: values that share parts can have more of them than fit in memory. */
  private int pairs;

  private Equality() {}

  public static boolean equal(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a.longValue() == b.longValue();
    }
    if (left instanceof String a && right instanceof String b) {
      return a.equals(b);
    }
    return equalOthers(left, right);
  }

  /** The equality of floats: within the tolerance; infinities exactly, NaN never. */
  public static boolean floats(double left, double right) {
    return left == right || Math.abs(left - right) < TOLERANCE;
  }

  private static boolean equalOthers(Object left, Object right) {
    if (!hasParts(left)) {
      return equalScalars(left, right);
    }
    return hasParts(right) && new Equality().allEqual(left, right);
  }

  private static boolean hasParts(Object value) {
    return value instanceof Container || value instanceof WrapValue || value instanceof TaggedValue;
  }

  private static boolean equalScalars(Object left, Object right) {
    if (left instanceof Double a) {
      return right instanceof Number b && floats(a, b.doubleValue());
    }
    if (left instanceof Long a) {
      return right instanceof Long ? left.equals(right) : equalMixed(a, right);
    }
    if (left instanceof CharSequence) {
      return right instanceof CharSequence && Text.equal(left, right);
    }
    if (left instanceof Callable a && right instanceof Callable b) {
      return a == b || a.isNative() && b.isNative() && a.name().equals(b.name());
    }
    return left == right
        || (left instanceof Boolean || left instanceof BytesValue) && left.equals(right);
  }

  private static boolean equalMixed(long left, Object right) {
    return right instanceof Double number && floats((double) left, number);
  }

  private boolean allEqual(Object left, Object right) {
    if (!equalParts(left, right, 0)) {
      return false;
    }
    while (waiting != null && !waiting.isEmpty()) {
      if (!equalParts(waiting.pop(), waiting.pop(), 0)) {
        return false;
      }
    }
    return true;
  }

  /** Compares parts of values, putting off what lies too deep. */
  private boolean equal(Object left, Object right, int depth) {
    if (!hasParts(left)) {
      return equalScalars(left, right);
    }
    if (!hasParts(right)) {
      return false;
    }
    if (depth < DEPTH) {
      return equalParts(left, right, depth);
    }
    waiting = waiting == null ? new ArrayDeque<>() : waiting;
    waiting.push(right);
    waiting.push(left);
    return true;
  }

  private boolean equalParts(Object left, Object right, int depth) {
    if ((++pairs & PAIRS_BETWEEN_CHECKS) == 0) {
      CancelSignal.check();
    }
    if (left instanceof ArrayValue a) {
      return right instanceof ArrayValue b && equalArrays(a, b, depth);
    }
    if (left instanceof DictValue a) {
      return right instanceof DictValue b && equalDicts(a, b, depth);
    }
    if (left instanceof StructValue a) {
      return right instanceof StructValue b && equalStructs(a, b, depth);
    }
    if (left instanceof WrapValue a) {
      return right instanceof WrapValue b && equalWraps(a, b, depth);
    }
    if (left instanceof TaggedValue a) {
      return right instanceof TaggedValue b && equalTagged(a, b, depth);
    }
    return equalCollections(left, right, depth);
  }

  private boolean equalCollections(Object left, Object right, int depth) {
    if (left instanceof SetValue a) {
      return right instanceof SetValue b && equalSets(a, b);
    }
    if (left instanceof QueueValue a) {
      return right instanceof QueueValue b && equalRows(a.toObjects(), b.toObjects(), depth);
    }
    return left instanceof StackValue a
        && right instanceof StackValue b
        && equalArrays(a.items(), b.items(), depth);
  }

  private boolean equalArrays(ArrayValue a, ArrayValue b, int depth) {
    if (a.size != b.size) {
      return false;
    }
    if (a.data instanceof long[] ints && b.data instanceof long[] others) {
      return Arrays.equals(ints, 0, a.size, others, 0, b.size);
    }
    for (int i = 0; i < a.size; i++) {
      if (!equal(a.get(i), b.get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalRows(Object[] a, Object[] b, int depth) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!equal(a[i], b[i], depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalDicts(DictValue a, DictValue b, int depth) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int slot : a.slots()) {
      Object other = b.getKey(a.rawKeyAt(slot));
      if (other == null || !equal(a.valueAt(slot), other, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalStructs(StructValue a, StructValue b, int depth) {
    Shape shape = a.shape();
    if (shape.size() != b.shape().size()
        || !shape.definition().name().equals(b.definition().name())) {
      return false;
    }
    boolean same = shape == b.shape();
    for (int i = 0; i < shape.size(); i++) {
      Object other = same ? b.slot(i) : b.get(shape.name(i));
      if (other == null || !equal(a.slot(i), other, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalWraps(WrapValue a, WrapValue b, int depth) {
    return a.kind() == b.kind() && (a.value() == null || equal(a.value(), b.value(), depth + 1));
  }

  private boolean equalTagged(TaggedValue a, TaggedValue b, int depth) {
    return a.variant().equals(b.variant())
        && a.enumName().equals(b.enumName())
        && equalRows(a.payload(), b.payload(), depth);
  }

  private static boolean equalSets(SetValue a, SetValue b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Object element : a.toObjects()) {
      if (!b.contains(element)) {
        return false;
      }
    }
    return true;
  }
}
