package ruff.task;

import java.util.IdentityHashMap;
import java.util.Map;
import ruff.interpreter.FunctionValue;
import ruff.value.ArrayValue;
import ruff.value.Cell;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.SequenceValue;
import ruff.value.StructValue;
import ruff.value.TaggedValue;
import ruff.value.WrapValue;

/**
 * Detaches values from the isolate that they come from. Data is shared, since writing copies it;
 * what functions share with each other by reference, their captured variables, is copied.
 */
final class Snapshot {
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  /** The globals of all modules as another isolate may have them. */
  Object[][] globals(Object[][] table) {
    Object[][] copy = new Object[table.length][];
    for (int i = 0; i < table.length; i++) {
      if (table[i] != null) {
        copy[i] = new Object[table[i].length];
        for (int slot = 0; slot < table[i].length; slot++) {
          copy[i][slot] = detached(table[i][slot]);
        }
      }
    }
    return copy;
  }

  /** The value itself when nothing in it is shared by reference, else a copy of what is. */
  Object detached(Object value) {
    Container.share(value);
    return switch (value) {
      case FunctionValue function -> function(function);
      case Cell cell -> cell(cell);
      case SequenceValue sequence -> new Unusable();
      case ArrayValue array -> array(array);
      case DictValue dict -> dict(dict);
      case StructValue struct -> struct(struct);
      case WrapValue wrap when wrap.value() != null -> {
        Object inner = detached(wrap.value());
        yield inner == wrap.value() ? wrap : new WrapValue(wrap.kind(), inner);
      }
      case TaggedValue tagged -> tagged(tagged);
      case null, default -> value;
    };
  }

  private Object function(FunctionValue function) {
    if (function.captures.length == 0) {
      return function;
    }
    Object known = copies.get(function);
    if (known != null) {
      return known;
    }
    Object[] captures = new Object[function.captures.length];
    FunctionValue copy = new FunctionValue(function.code, function.module, captures);
    copies.put(function, copy);
    for (int i = 0; i < captures.length; i++) {
      captures[i] = detached(function.captures[i]);
    }
    return copy;
  }

  private Object cell(Cell cell) {
    Object known = copies.get(cell);
    if (known != null) {
      return known;
    }
    Cell copy = new Cell();
    copies.put(cell, copy);
    copy.value = detached(cell.value);
    return copy;
  }

  private Object array(ArrayValue array) {
    if (!(array.data instanceof Object[] elements)) {
      return array;
    }
    ArrayValue copy = null;
    for (int i = 0; i < array.size; i++) {
      Object element = detached(elements[i]);
      if (element != elements[i]) {
        copy = copy == null ? array.copy() : copy;
        copy.set(i, element);
      }
    }
    return copy == null ? array : copy;
  }

  private Object dict(DictValue dict) {
    DictValue copy = null;
    for (Object key : dict.sortedKeysRaw()) {
      Object value = dict.getKey(key);
      Object detached = detached(value);
      if (detached != value) {
        copy = copy == null ? dict.copy() : copy;
        copy.putKey(key, detached);
      }
    }
    return copy == null ? dict : copy;
  }

  private Object struct(StructValue struct) {
    StructValue copy = null;
    for (int slot = 0; slot < struct.shape().size(); slot++) {
      Object detached = detached(struct.slot(slot));
      if (detached != struct.slot(slot)) {
        copy = copy == null ? struct.copy() : copy;
        copy.setSlot(slot, detached);
      }
    }
    return copy == null ? struct : copy;
  }

  private Object tagged(TaggedValue tagged) {
    Object[] payload = new Object[tagged.payload().length];
    boolean changed = false;
    for (int i = 0; i < payload.length; i++) {
      payload[i] = detached(tagged.payload()[i]);
      changed |= payload[i] != tagged.payload()[i];
    }
    return changed ? new TaggedValue(tagged.enumName(), tagged.variant(), payload) : tagged;
  }

  /** What becomes of a generator that crosses over. */
  private static final class Unusable extends SequenceValue {
    @Override
    public Object next() {
      throw new RuffError("Generators cannot be used across tasks");
    }

    @Override
    public String typeName() {
      return "generator";
    }

    @Override
    public String display() {
      return "<generator>";
    }
  }
}
