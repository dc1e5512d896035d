package ruff.jit.emit;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that a class is made with, each in a static final field of its own, which HotSpot
 * takes for a constant.
 */
final class ClassConstants {
  /**
   * @param name of the field
   * @param type of the field
   */
  record Entry(Object value, String name, ClassDesc type) {}

  private final ClassDesc owner;
  private final Map<Object, Map<ClassDesc, Entry>> known = new IdentityHashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  ClassConstants(ClassDesc owner) {
    this.owner = owner;
  }

  ClassDesc owner() {
    return owner;
  }

  /** The name of the field of that type with that object. */
  String field(Object value, ClassDesc type) {
    Map<ClassDesc, Entry> byType = known.computeIfAbsent(value, unknown -> new HashMap<>(2));
    Entry entry = byType.get(type);
    if (entry == null) {
      entry = new Entry(value, "k" + entries.size(), type);
      byType.put(type, entry);
      entries.add(entry);
    }
    return entry.name();
  }

  List<Entry> entries() {
    return entries;
  }

  Object[] values() {
    return entries.stream().map(Entry::value).toArray();
  }
}
