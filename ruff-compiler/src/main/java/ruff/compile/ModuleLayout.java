package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.resolve.Binding;

/** Gives out the slots of a module's globals. */
final class ModuleLayout {
  private final List<String> names = new ArrayList<>();

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
