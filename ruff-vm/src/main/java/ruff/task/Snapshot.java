package ruff.task;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import ruff.interpreter.BoundMethod;
import ruff.interpreter.FunctionValue;
import ruff.natives.CancelSignal;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.Cell;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.QueueValue;
import ruff.value.RuffError;
import ruff.value.SequenceValue;
import ruff.value.SetValue;
import ruff.value.Shape;
import ruff.value.StackValue;
import ruff.value.StructDefinition;
import ruff.value.StructValue;
import ruff.value.TaggedValue;
import ruff.value.TextBuffer;
import ruff.value.WrapValue;

/**
 * Detaches values from the isolate that they come from. Data is shared, since writing copies it;
 * what functions share with each other by reference, their captured variables, is copied, and so is
 * everything that leads to such a variable. Values detached by one snapshot go on sharing among
 * themselves.
 */
public final class Snapshot {
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  /** The value itself when it leads to nothing that is shared by reference, else a copy. */
  @SuppressWarnings("unchecked")
  public <T> T detached(T value) {
    return (T) detach(value);
  }

  private Object detach(Object value) {
    Container.share(value);
    return switch (value) {
      case FunctionValue function -> function(function);
      case BoundMethod bound -> bound.with(detached(bound.method()), detached(bound.receiver()));
      case Cell cell -> cell(cell);
      case SequenceValue sequence -> new Unusable();
      case ArrayValue array -> array(array);
      case DictValue dict -> dict(dict);
      case StructValue struct -> struct(struct);
      case StructDefinition definition -> definition(definition);
      case SetValue set -> set(set);
      case QueueValue queue -> queue(queue);
      case StackValue stack -> stack(stack);
      case WrapValue wrap -> wrap(wrap);
      case TaggedValue tagged -> tagged(tagged);
      case PromiseValue promise -> {
        promise.cross();
        yield promise;
      }
      case TaskHandleValue task -> {
        task.promise().cross();
        yield task;
      }
      case TextBuffer text -> text.toString();
      case HandleValue handle -> handle.detached(this::detach);
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
      captures[i] = detach(function.captures[i]);
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
    copy.value = detach(cell.value);
    return copy;
  }

  private Object array(ArrayValue array) {
    if (!(array.data instanceof Object[] elements)) {
      return array;
    }
    CancelSignal.check();
    ArrayValue copy = null;
    for (int i = 0; i < array.size; i++) {
      Object element = detach(elements[i]);
      if (element != elements[i]) {
        copy = copy == null ? array.copy() : copy;
        copy.set(i, element);
      }
    }
    return copy == null ? array : shared(copy);
  }

  private Object dict(DictValue dict) {
    if (dict.hasInts()) {
      return dict;
    }
    CancelSignal.check();
    DictValue copy = null;
    for (int slot : dict.sortedSlots()) {
      Object value = dict.valueAt(slot);
      Object detached = detach(value);
      if (detached != value) {
        copy = copy == null ? dict.copy() : copy;
        copy.setAt(slot, detached);
      }
    }
    return copy == null ? dict : shared(copy);
  }

  private Object struct(StructValue struct) {
    StructDefinition definition = (StructDefinition) definition(struct.definition());
    if (definition != struct.definition()) {
      return shared(moved(struct, definition));
    }
    StructValue copy = null;
    for (int slot = 0; slot < struct.shape().size(); slot++) {
      Object detached = detach(struct.slot(slot));
      if (detached != struct.slot(slot)) {
        copy = copy == null ? struct.copy() : copy;
        copy.setSlot(slot, detached);
      }
    }
    return copy == null ? struct : shared(copy);
  }

  /** The same fields under a definition whose methods were copied. */
  private StructValue moved(StructValue struct, StructDefinition definition) {
    Shape shape = definition.root();
    Object[] slots = new Object[struct.shape().size()];
    for (int slot = 0; slot < slots.length; slot++) {
      shape = shape.with(struct.shape().name(slot));
      slots[slot] = detach(struct.slot(slot));
    }
    StructValue moved = new StructValue(shape, slots);
    moved.nesting = struct.nesting;
    return moved;
  }

  /** Struct declarations at the top level capture nothing; those in functions may. */
  private Object definition(StructDefinition definition) {
    Object known = copies.get(definition);
    if (known != null) {
      return known;
    }
    if (!hasCaptures(definition)) {
      copies.put(definition, definition);
      return definition;
    }
    Map<String, Callable> methods = new HashMap<>();
    Map<String, Callable> defaults = new LinkedHashMap<>();
    StructDefinition copy = new StructDefinition(definition.name(), methods, defaults);
    copies.put(definition, copy);
    definition.methods().forEach((name, method) -> methods.put(name, detached(method)));
    definition.defaults().forEach((name, value) -> defaults.put(name, detached(value)));
    return copy;
  }

  private static boolean hasCaptures(StructDefinition definition) {
    return anyCaptures(definition.methods()) || anyCaptures(definition.defaults());
  }

  private static boolean anyCaptures(Map<String, Callable> functions) {
    for (Callable callable : functions.values()) {
      if (callable instanceof FunctionValue function && function.captures.length > 0) {
        return true;
      }
    }
    return false;
  }

  private Object set(SetValue set) {
    ArrayValue items = ArrayValue.of(set.toObjects());
    Object detached = array(items);
    return detached == items ? set : shared(SetValue.of((ArrayValue) detached));
  }

  private Object queue(QueueValue queue) {
    ArrayValue items = queue.toArray();
    Object detached = array(items);
    return detached == items ? queue : shared(QueueValue.of((ArrayValue) detached));
  }

  private Object stack(StackValue stack) {
    ArrayValue items = stack.toArray();
    Object detached = array(items);
    return detached == items ? stack : shared(StackValue.of((ArrayValue) detached));
  }

  private static Container shared(Container copy) {
    copy.shared = true;
    return copy;
  }

  private Object wrap(WrapValue wrap) {
    Object inner = detach(wrap.value());
    return inner == wrap.value() ? wrap : new WrapValue(wrap.kind(), inner);
  }

  private Object tagged(TaggedValue tagged) {
    Object[] payload = new Object[tagged.payload().length];
    boolean changed = false;
    for (int i = 0; i < payload.length; i++) {
      payload[i] = detach(tagged.payload()[i]);
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
