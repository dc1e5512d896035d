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
      return children.computeIfAbsent(
          name,
          added -> {
            String[] extended = Arrays.copyOf(names, names.length + 1);
            extended[names.length] = added;
            return new Shape(definition, extended);
          });
    }
  }

  /** The slots in ascending order of the fields' names, as display and comparison want them. */
  public int[] slotsByName() {
    Integer[] order = new Integer[names.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Ordering.compareText(names[a], names[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
