package ruff.interpreter;

import ruff.bytecode.Site;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.NullValue;
import ruff.value.RuffError;
import ruff.value.Shape;
import ruff.value.StructValue;

/** Reading and writing struct fields and dict entries by name. */
final class Fields {
  private Fields() {}

  /** The field's value, borrowed; a method bound to the value when there is no such field. */
  static Object get(Object object, Site.Field site) {
    if (object instanceof StructValue struct) {
      Shape shape = struct.shape();
      int slot = slot(site, shape);
      return slot >= 0 ? struct.slot(slot) : boundMethod(struct, site.name);
    }
    if (object instanceof DictValue dict) {
      Object value = dict.get(site.name);
      return value == null ? NullValue.NULL : value;
    }
    if (object instanceof HandleValue handle) {
      Object value = handle.field(site.name);
      if (value != null) {
        return value;
      }
    }
    throw Errors.notAStruct(site.name);
  }

  /** The field's slot, or -1; remembers the shape. */
  private static int slot(Site.Field site, Shape shape) {
    Site.Slot seen = site.seen;
    if (seen != null && seen.shape() == shape) {
      return seen.index();
    }
    int slot = shape.slot(site.name);
    if (slot >= 0) {
      site.polymorphic |= seen != null;
      site.seen = new Site.Slot(shape, slot);
    }
    return slot;
  }

  private static Object boundMethod(StructValue struct, String name) {
    if (struct.definition().method(name) instanceof FunctionValue method) {
      return new BoundMethod(method, Container.shared(struct));
    }
    throw Errors.noField(name);
  }

  /**
   * Writes a field or entry.
   *
   * @return the object that was written: the given one when it had one holder, else a copy
   */
  static Object set(Object object, Site.Field site, Object value) {
    if (object instanceof StructValue struct) {
      StructValue target = struct.shared ? struct.copy() : struct;
      int slot = slot(site, target.shape());
      if (slot >= 0) {
        target.setSlot(slot, value);
      } else {
        target.set(site.name, value);
      }
      return target;
    }
    if (object instanceof DictValue dict) {
      DictValue target = dict.shared ? dict.copy() : dict;
      target.put(site.name, value);
      return target;
    }
    throw new RuffError("Cannot set field on non-struct");
  }

  /** The part of an owned object, owned there. */
  static Object own(Object object, Site.Field site) {
    return owned(object, site, get(object, site));
  }

  /** {@link #own} without an error: Java null where it cannot be done. */
  static Object ownAhead(Object object, Site.Field site) {
    if (!(object instanceof StructValue struct) || struct.shared) {
      return object instanceof DictValue ? Indexing.ownAhead(object, site.name) : null;
    }
    int slot = struct.shape().slot(site.name);
    return owned(object, site, slot >= 0 ? struct.slot(slot) : null);
  }

  private static Object owned(Object object, Site.Field site, Object part) {
    if (!(part instanceof Container container) || !container.shared) {
      return part;
    }
    Container copy = container.copy();
    set(object, site, copy);
    return copy;
  }

  /** The receiver's field for a method that sees fields as variables, or undefined. */
  static Object bind(Object receiver, Site.Field site) {
    if (receiver instanceof StructValue struct) {
      int slot = slot(site, struct.shape());
      return slot >= 0 ? Container.shared(struct.slot(slot)) : null;
    }
    return null;
  }
}
