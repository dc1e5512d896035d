package ruff.value;

import java.util.Arrays;

/** A struct instance: a shape and one value per slot. */
public class StructValue extends Container {
  private Shape shape;
  private Object[] slots;

  /**
   * @param slots one value per slot of the shape; the array is kept, it may be longer
   */
  public StructValue(Shape shape, Object[] slots) {
    this.shape = shape;
    this.slots = slots;
  }

  public final Shape shape() {
    return shape;
  }

  public final StructDefinition definition() {
    return shape.definition();
  }

  public final Object slot(int index) {
    return slots[index];
  }

  /** Writes a slot in place; the caller owns this value. */
  public final void setSlot(int index, Object value) {
    slots[index] = value;
  }

  /** The field's value, or null when it is absent. */
  public final Object get(String name) {
    int slot = shape.slot(name);
    return slot < 0 ? null : slots[slot];
  }

  /** Writes or adds a field in place; the caller owns this value. */
  public final void set(String name, Object value) {
    int slot = shape.slot(name);
    if (slot < 0) {
      slot = shape.size();
      shape = shape.with(name);
      if (slot >= slots.length) {
        slots = Arrays.copyOf(slots, slot + 2);
      }
    }
    slots[slot] = value;
  }

  @Override
  public StructValue copy() {
    return new StructValue(shape, copySlots());
  }

  /** The slots for a copy, every container in them marked shared. */
  protected final Object[] copySlots() {
    Object[] copy = slots.clone();
    for (Object value : copy) {
      share(value);
    }
    return copy;
  }
}
