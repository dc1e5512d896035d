package ruff.interpreter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.ast.Expr.WrapKind;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.Nesting;
import ruff.value.RuffError;
import ruff.value.Shape;
import ruff.value.StructDefinition;
import ruff.value.StructValue;
import ruff.value.TaggedValue;
import ruff.value.Text;
import ruff.value.WrapValue;

/** Builds values from their parts. */
final class Construction {
  /** Levels of containers that literals may build. */
  static final int MAX_NESTING = 4096;

  /** Room that is made for a part of an interpolated string at first, in characters. */
  private static final int PART_LENGTH = 12;

  private static final WrapKind[] WRAP_KINDS = WrapKind.values();

  private Construction() {}

  static Object array(Object[] frame, int base, int count) {
    ArrayValue array = ArrayValue.ofOwned(frame, base, count);
    if (array.nesting > MAX_NESTING) {
      throw Errors.nesting("array literal");
    }
    return array;
  }

  static void add(ArrayValue array, Object value) {
    array.add(value);
    deepen(array, value, "array literal");
  }

  static void spread(ArrayValue array, Object source) {
    if (!(source instanceof ArrayValue elements)) {
      throw new RuffError("Can only spread arrays");
    }
    array.addAll(elements);
    array.nesting = Math.max(array.nesting, elements.nesting);
  }

  static void put(DictValue dict, Object key, Object value) {
    if (!DictValue.isKey(key)) {
      throw new RuffError("Dict keys must be strings");
    }
    dict.putKey(key, value);
    deepen(dict, value, "dictionary literal");
  }

  static void spread(DictValue dict, Object source) {
    if (!(source instanceof DictValue entries)) {
      throw new RuffError("Can only spread dicts");
    }
    dict.putAll(entries);
    dict.nesting = Math.max(dict.nesting, entries.nesting);
  }

  private static void deepen(Container container, Object part, String what) {
    int nesting = 1 + Nesting.of(part);
    if (nesting > container.nesting) {
      container.nesting = nesting;
      if (nesting > MAX_NESTING) {
        throw Errors.nesting(what);
      }
    }
  }

  /** The instruction NEW_STRUCT. */
  static Object struct(Strand strand, Object[] frame, int base, Site.StructLiteral site) {
    StructDefinition definition = definition(strand, frame[base], site.name);
    Shape shape = (Shape) site.shape;
    if (shape == null || shape.definition() != definition) {
      shape = definition.root();
      for (String field : site.fields) {
        shape = shape.slot(field) < 0 ? shape.with(field) : shape;
      }
      site.shape = shape;
    }
    StructValue struct = fill(shape, frame, base + 1, site);
    if (definition.hasDefaults()) {
      addDefaults(strand, struct, definition);
    }
    return struct;
  }

  private static StructDefinition definition(Strand strand, Object known, String name) {
    return known instanceof StructDefinition definition && definition.name().equals(name)
        ? definition
        : strand.machine().undeclared(name);
  }

  private static StructValue fill(Shape shape, Object[] frame, int from, Site.StructLiteral site) {
    int count = site.fields.size();
    boolean inOrder = shape.size() == count;
    StructValue struct = new StructValue(shape);
    for (int i = 0; i < count; i++) {
      Object value = frame[from + i];
      struct.setSlot(inOrder ? i : shape.slot(site.fields.get(i)), value);
      if (value instanceof Container || value instanceof WrapValue) {
        deepen(struct, value, "struct value");
      }
    }
    return struct;
  }

  static StructValue struct(Shape shape, Object[] slots) {
    StructValue struct = new StructValue(shape, slots);
    for (Object value : slots) {
      if (value instanceof Container || value instanceof WrapValue) {
        deepen(struct, value, "struct value");
      }
    }
    return struct;
  }

  private static void addDefaults(Strand strand, StructValue struct, StructDefinition definition) {
    for (Map.Entry<String, Callable> entry : definition.defaults().entrySet()) {
      if (struct.get(entry.getKey()) == null) {
        struct.set(entry.getKey(), Calls.value(strand, entry.getValue(), new Object[0]));
      }
    }
  }

  /** The instruction DEFINE_STRUCT. */
  static Object define(Object[] frame, int base, Site.StructDeclaration site) {
    Map<String, Callable> methods = new HashMap<>();
    Map<String, Callable> defaults = new java.util.LinkedHashMap<>();
    int next = base;
    for (String name : site.methods()) {
      methods.put(name, (Callable) frame[next++]);
    }
    for (String name : site.defaults()) {
      defaults.put(name, (Callable) frame[next++]);
    }
    return new StructDefinition(site.name(), methods, defaults);
  }

  /** The instruction CLOSURE. */
  static Object closure(FunctionValue enclosing, Object[] frame, int child) {
    Prototype code = enclosing.code.children[child];
    Object[] captures = new Object[code.captures.length];
    for (int i = 0; i < captures.length; i++) {
      captures[i] = Container.shared(frame[code.captures[i]]);
    }
    return new FunctionValue(code, enclosing.module, captures);
  }

  static Object wrap(Object value, int kind) {
    WrapKind wrapKind = WRAP_KINDS[kind];
    if (wrapKind == WrapKind.NONE) {
      return WrapValue.NONE;
    }
    WrapValue wrap = new WrapValue(wrapKind, value);
    if (value instanceof Container || value instanceof WrapValue) {
      if (Nesting.of(wrap) > MAX_NESTING) {
        boolean result = wrapKind == WrapKind.OK || wrapKind == WrapKind.ERR;
        throw Errors.nesting(result ? "result value" : "option value");
      }
    }
    return wrap;
  }

  static Object tagged(Object[] frame, int base, Site.Tagged site) {
    return tagged(java.util.Arrays.copyOfRange(frame, base, base + site.payload()), site);
  }

  static Object tagged(Object[] payload, Site.Tagged site) {
    return new TaggedValue(site.enumName(), site.variant(), payload);
  }

  /** The instruction CONCAT. */
  static Object concat(Object[] frame, int base, int count) {
    if (count == 3
        && frame[base] instanceof String first
        && frame[base + 1] instanceof String second
        && frame[base + 2] instanceof String third) {
      return Text.concat(first, second, third);
    }
    StringBuilder text = new StringBuilder(PART_LENGTH * count);
    for (int i = 0; i < count; i++) {
      Display.append(text, frame[base + i]);
    }
    return text.toString();
  }

  /** The instruction ENTRIES_EXCEPT. */
  static Object entriesExcept(Object source, List<String> names) {
    if (!(source instanceof DictValue dict)) {
      return new DictValue();
    }
    DictValue rest = dict.copy();
    names.forEach(rest::remove);
    return rest;
  }
}
