package ruff.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of one block; blocks nest, and the outermost of a function holds its parameters. */
public final class Scope {
  private final Scope parent;
  private final FunctionScope function;
  private final Map<String, Binding> bindings = new LinkedHashMap<>();
  private final List<Binding> replaced = new ArrayList<>();
  private boolean imports;

  Scope(Scope parent, FunctionScope function) {
    this.parent = parent;
    this.function = function;
  }

  /** The enclosing block, also across the border of a function; null at the top level. */
  Scope parent() {
    return parent;
  }

  FunctionScope function() {
    return function;
  }

  Binding get(String name) {
    return bindings.get(name);
  }

  void put(Binding binding) {
    Binding old = bindings.put(binding.name(), binding);
    if (old != null) {
      replaced.add(old);
    }
  }

  /** Every binding ever made here. */
  public Collection<Binding> bindings() {
    if (replaced.isEmpty()) {
      return bindings.values();
    }
    List<Binding> all = new ArrayList<>(bindings.values());
    all.addAll(replaced);
    return all;
  }

  void noteImport() {
    imports = true;
  }

  /** Whether an {@code import} statement stands in this block, so far as it is resolved. */
  boolean hasImport() {
    return imports;
  }
}
