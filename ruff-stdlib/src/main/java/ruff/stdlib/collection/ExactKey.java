package ruff.stdlib.collection;

import java.util.Arrays;
import java.util.List;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.QueueValue;
import ruff.value.SetValue;
import ruff.value.StackValue;
import ruff.value.StructValue;
import ruff.value.TaggedValue;
import ruff.value.WrapValue;

/**
 * A Java value that equals another one exactly when the Ruff values are of one kind and have one
 * content, so that {@code 1} and {@code 1.0} differ wherever they are. Handles and functions are
 * their own keys.
 */
final class ExactKey {
  private ExactKey() {}

  /** What a container is, so that an array and a queue of the same items differ. */
  private record Parts(Object kind, List<Object> items) {}

  static Object of(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof Double number) {
      return number == 0 ? Double.valueOf(0) : number;
    }
    if (value instanceof ArrayValue array) {
      return parts(ArrayValue.class, array.toObjects());
    }
    if (value instanceof DictValue dict) {
      return ofDict(dict);
    }
    if (value instanceof WrapValue wrap) {
      return wrap.value() == null ? wrap : parts(wrap.kind(), wrap.value());
    }
    return ofRareContainer(value);
  }

  private static Object ofRareContainer(Object value) {
    if (value instanceof StructValue struct) {
      return ofStruct(struct);
    }
    if (value instanceof TaggedValue tagged) {
      return parts(tagged.enumName() + "::" + tagged.variant(), tagged.payload());
    }
    if (value instanceof SetValue set) {
      return parts(SetValue.class, set.toObjects());
    }
    if (value instanceof QueueValue queue) {
      return parts(QueueValue.class, queue.toArray().toObjects());
    }
    if (value instanceof StackValue stack) {
      return parts(StackValue.class, stack.toArray().toObjects());
    }
    return value;
  }

  private static Object ofDict(DictValue dict) {
    int[] slots = dict.sortedSlots();
    Object[] items = new Object[slots.length * 2];
    for (int i = 0; i < slots.length; i++) {
      items[2 * i] = dict.keyAt(slots[i]);
      items[2 * i + 1] = dict.valueAt(slots[i]);
    }
    // Int keys order differently from the same keys as text; a fixed order makes them comparable.
    return parts(DictValue.class, dict.isIntKeyed() ? byText(items) : items);
  }

  private static Object[] byText(Object[] items) {
    Integer[] order = new Integer[items.length / 2];
    Arrays.setAll(order, i -> 2 * i);
    Arrays.sort(order, (a, b) -> ((String) items[a]).compareTo((String) items[b]));
    Object[] sorted = new Object[items.length];
    for (int i = 0; i < order.length; i++) {
      sorted[2 * i] = items[order[i]];
      sorted[2 * i + 1] = items[order[i] + 1];
    }
    return sorted;
  }

  private static Object ofStruct(StructValue struct) {
    int[] slots = struct.shape().slotsByName();
    Object[] items = new Object[slots.length * 2];
    for (int i = 0; i < slots.length; i++) {
      items[2 * i] = struct.shape().name(slots[i]);
      items[2 * i + 1] = struct.slot(slots[i]);
    }
    return parts(struct.definition().name(), items);
  }

  private static Object parts(Object kind, Object... items) {
    Object[] keys = new Object[items.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = items[i] == null ? "" : of(items[i]);
    }
    return new Parts(kind, List.of(keys));
  }
}
