package ruff.value;

import java.util.Arrays;

/** A struct instance: a shape and one value per slot. */
public class StructValue extends Container {
  /** Most structs are small: so many slots are fields of the object, which saves it an array. */
  private static final int FIELDS = 4;

  private static final Object[] NONE = {};

  private Shape shape;
  private Object slot0;
  private Object slot1;
  private Object slot2;
  private Object slot3;

  /** The slots behind the first ones; there may be more room than slots. */
  private Object[] others;

  /** A struct whose slots are still to be written. */
  public StructValue(Shape shape) {
    int count = shape.size();
    this.shape = shape;
    this.others = count > FIELDS ? new Object[count - FIELDS] : NONE;
  }

  /**
   * @param slots one value per slot of the shape, or with room for more; the array stays the
   *     caller's
   */
  public StructValue(Shape shape, Object[] slots) {
    int count = slots.length;
    this.shape = shape;
    this.slot0 = count > 0 ? slots[0] : null;
    this.slot1 = count > 1 ? slots[1] : null;
    this.slot2 = count > 2 ? slots[2] : null;
    this.slot3 = count > 3 ? slots[3] : null;
    this.others = count > FIELDS ? Arrays.copyOfRange(slots, FIELDS, count) : NONE;
  }

  /** A copy of a struct, every container in it marked shared. */
  protected StructValue(StructValue original) {
    this.shape = original.shape;
    this.slot0 = shared(original.slot0);
    this.slot1 = shared(original.slot1);
    this.slot2 = shared(original.slot2);
    this.slot3 = shared(original.slot3);
    this.others = original.others.length == 0 ? NONE : original.others.clone();
    for (Object value : others) {
      share(value);
    }
  }

  public final Shape shape() {
    return shape;
  }

  public final StructDefinition definition() {
    return shape.definition();
  }

  public final Object slot(int index) {
    return switch (index) {
      case 0 -> slot0;
      case 1 -> slot1;
      case 2 -> slot2;
      case 3 -> slot3;
      default -> others[index - FIELDS];
    };
  }

  /** Writes a slot in place; the caller owns this value. */
  public final void setSlot(int index, Object value) {
    switch (index) {
      case 0 -> slot0 = value;
      case 1 -> slot1 = value;
      case 2 -> slot2 = value;
      case 3 -> slot3 = value;
      default -> others[index - FIELDS] = value;
    }
  }

  /** The field's value, or null when it is absent. */
  public final Object get(String name) {
    int slot = shape.slot(name);
    return slot < 0 ? null : slot(slot);
  }

  /** Writes or adds a field in place; the caller owns this value. */
  public final void set(String name, Object value) {
    int slot = shape.slot(name);
    if (slot < 0) {
      slot = shape.size();
      if (slot - FIELDS >= others.length) {
        others = Arrays.copyOf(others, Math.max(0, slot - FIELDS + 2));
      }
      shape = shape.with(name);
    }
    setSlot(slot, value);
  }

  @Override
  public StructValue copy() {
    return new StructValue(this);
  }
}
