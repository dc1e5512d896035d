package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.resolve.Binding;

/** What the functions of a module have in common: the slots of its globals, who may wait. */
final class ModuleLayout {
  private final List<String> names = new ArrayList<>();
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

  List<String> names() {
    return names;
  }
}
