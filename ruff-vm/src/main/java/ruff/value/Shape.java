package ruff.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The layout of struct values: which field lives in which slot. Values built the same way share
 * their shape, so that a field's slot can be cached by shape identity.
 *
 * <p>Shapes form a tree per struct name, rooted in a shape without fields; adding a field leads to
 * a child. The tree is guarded by its own lock since tasks run in parallel.
 */
public final class Shape {
  private final StructDefinition definition;
  private final String[] names;
  private final Map<String, Integer> slots;
  private final Map<String, Shape> children = new HashMap<>();

  /** The slots by name, once somebody has asked; any thread may set it. */
  private int[] byName;

  Shape(StructDefinition definition) {
    this(definition, new String[0]);
  }

  private Shape(StructDefinition definition, String[] names) {
    this.definition = definition;
    this.names = names;
    this.slots = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      slots.put(names[i], i);
    }
  }

  public StructDefinition definition() {
    return definition;
  }

  public int size() {
    return names.length;
  }

  public String name(int slot) {
    return names[slot];
  }

  /** The slot of a field, or -1. */
  public int slot(String name) {
    Integer slot = slots.get(name);
    return slot == null ? -1 : slot;
  }

  /** The shape with one more field, placed in the last slot. */
  public Shape with(String name) {
    synchronized (children) {
      Shape known = children.get(name);
      if (known == null) {
        String[] extended = Arrays.copyOf(names, names.length + 1);
        extended[names.length] = name;
        known = new Shape(definition, extended);
        children.put(name, known);
      }
      return known;
    }
  }

  /**
   * The slots in ascending order of the fields' names, as display and comparison want them; only to
   * be read.
   */
  public int[] slotsByName() {
    int[] known = byName;
    if (known == null) {
      known = sortedByName();
      byName = known;
    }
    return known;
  }

  private int[] sortedByName() {
    int[] order = new int[names.length];
    for (int i = 0; i < order.length; i++) {
      int at = i;
      while (at > 0 && Ordering.compareText(names[i], names[order[at - 1]]) < 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    return order;
  }
}
