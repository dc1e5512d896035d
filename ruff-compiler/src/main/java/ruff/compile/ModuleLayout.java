package ruff.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.bytecode.Prototype;
import ruff.resolve.Binding;

/** What the functions of a module have in common: the slots of its globals, who may wait. */
final class ModuleLayout {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Prototype> definitions = new HashMap<>();
  private final Waits waits = new Waits();

  Waits waits() {
    return waits;
  }

  /** The slot of a global, given at its first use. */
  int slot(Binding binding) {
    if (binding.location() < 0) {
      binding.setLocation(names.size());
      names.add(binding.name());
    }
    return binding.location();
  }

  /** Notes the code of a function that its global holds for good; of several the last counts. */
  void define(Binding binding, Prototype code) {
    definitions.put(binding.name(), code);
  }

  Map<String, Prototype> definitions() {
    return definitions;
  }

  List<String> names() {
    return names;
  }
}
