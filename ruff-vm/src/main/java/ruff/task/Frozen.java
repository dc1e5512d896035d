package ruff.task;

import java.util.ArrayList;
import java.util.List;

/**
 * The globals of an isolate at one moment, from which any number of isolates can start. Nothing
 * runs on the frozen values themselves; data is shared with all who start from them, only globals
 * that lead to captured variables are copied each time.
 */
final class Frozen {
  private record Place(int module, int slot) {}

  private final Isolate base;
  private final List<Place> references = new ArrayList<>();

  /**
   * @param moment detaches whatever else belongs to that moment
   */
  Frozen(Isolate origin, Snapshot moment) {
    Object[][] table = origin.allGlobals();
    Object[][] copy = new Object[table.length][];
    for (int module = 0; module < table.length; module++) {
      Object[] values = table[module];
      if (values != null) {
        copy[module] = new Object[values.length];
        for (int slot = 0; slot < values.length; slot++) {
          copy[module][slot] = moment.detached(values[slot]);
          if (copy[module][slot] != values[slot]) {
            references.add(new Place(module, slot));
          }
        }
      }
    }
    this.base = origin.sibling(copy);
  }

  /** The isolate of that moment itself, for one who is the only one to start from it. */
  Isolate base() {
    return base;
  }

  /**
   * An isolate that starts from that moment.
   *
   * @param start detaches whatever else the isolate gets
   */
  Isolate thaw(Snapshot start) {
    Object[][] table = base.allGlobals().clone();
    for (int module = 0; module < table.length; module++) {
      if (table[module] != null) {
        table[module] = table[module].clone();
      }
    }
    for (Place place : references) {
      Object value = table[place.module][place.slot];
      table[place.module][place.slot] = start.detached(value);
    }
    return base.sibling(table);
  }
}
