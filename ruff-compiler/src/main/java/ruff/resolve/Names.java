package ruff.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import ruff.ast.Node;
import ruff.resolve.Lookup.Candidate;

/** The names visible at the place that is being resolved. */
final class Names {
  private final Resolution resolution;
  private final IntSupplier nextOrder;
  private Scope scope;
  private final List<Scope> entered = new ArrayList<>();

  Names(Resolution resolution, IntSupplier nextOrder) {
    this.resolution = resolution;
    this.nextOrder = nextOrder;
  }

  Scope scope() {
    return scope;
  }

  FunctionScope function() {
    return scope.function();
  }

  /** Whether this is the outermost block of a file. */
  boolean isModuleScope() {
    return scope.parent() == null;
  }

  /** The place in the order where hoisted functions stand: before everything else. */
  int moduleOrder() {
    return function().order();
  }

  void enter(Scope inner) {
    entered.add(scope);
    scope = inner;
  }

  /** Opens a block of the current function. */
  Scope open(Node node) {
    Scope inner = new Scope(scope, scope.function());
    resolution.putScope(node, inner);
    enter(inner);
    return inner;
  }

  void leave() {
    scope = entered.removeLast();
  }

  /** Makes a variable in the current block. */
  Binding declare(String name, Binding.Kind kind, boolean maybe) {
    Binding binding = new Binding(name, kind, scope, nextOrder.getAsInt(), maybe);
    scope.put(binding);
    return binding;
  }

  /** Notes an import of whatever a module exports, perhaps in place of what is here. */
  void noteImport() {
    scope.noteImport();
    scope.bindings().forEach(Binding::noteReplaceable);
  }

  /** The meanings of a name that is read. */
  Lookup read(String name) {
    return new Lookup(candidates(name), null);
  }

  /** Every name of the program that is visible here. */
  Set<String> visible() {
    Set<String> visible = new TreeSet<>();
    for (Scope at = scope; at != null; at = at.parent()) {
      at.bindings().forEach(binding -> visible.add(binding.name()));
    }
    return visible;
  }

  /** The meanings of a name that is assigned, with the variable to make when none is visible. */
  Lookup assign(String name) {
    List<Candidate> candidates = candidates(name);
    for (Candidate candidate : candidates) {
      candidate.binding().noteAssignment(function());
    }
    if (!candidates.isEmpty() && !candidates.getLast().maybe()) {
      return new Lookup(candidates, null);
    }
    Binding local = scope.get(name);
    if (local == null) {
      local = declare(name, Binding.Kind.PLAIN, !candidates.isEmpty());
    }
    return new Lookup(candidates, local);
  }

  private List<Candidate> candidates(String name) {
    List<Candidate> found = new ArrayList<>();
    if (name.equals("_")) {
      return found;
    }
    int limit = Integer.MAX_VALUE;
    FunctionScope inside = function();
    for (Scope at = scope; at != null; at = at.parent()) {
      if (at.function() != inside) {
        limit = inside.order();
        inside = at.function();
      }
      Binding binding = visible(at, name);
      if (binding != null) {
        boolean maybe = binding.isMaybe() || binding.order() > limit;
        use(binding, maybe);
        found.add(new Candidate(binding, maybe));
        if (!maybe) {
          break;
        }
      }
    }
    return found;
  }

  /**
   * The binding of a block under that name, made on demand where an import or receiver may have it.
   */
  private Binding visible(Scope at, String name) {
    Binding binding = at.get(name);
    if (binding != null) {
      return binding;
    }
    if (at.hasImport()) {
      return demand(at, name, Binding.Kind.PERHAPS_IMPORTED);
    }
    if (at.function().seesReceiverFields() && at == at.function().scope() && !name.equals("self")) {
      Binding field = demand(at, name, Binding.Kind.RECEIVER_FIELD);
      at.function().receiverFields().add(field);
      return field;
    }
    return null;
  }

  /** What the current block has declared under that name; a body has its parameters' names too. */
  Binding declaredHere(String name) {
    Binding own = scope.get(name);
    if (own != null || scope.parent() != function().scope()) {
      return own;
    }
    Binding outer = function().scope().get(name);
    return outer != null && outer.kind() == Binding.Kind.PARAMETER ? outer : null;
  }

  /** The binding that an {@code import} of the current block may set, made when it is not there. */
  Binding perhapsImported(String name) {
    Binding known = declaredHere(name);
    return known == null && scope.hasImport()
        ? demand(scope, name, Binding.Kind.PERHAPS_IMPORTED)
        : known;
  }

  private Binding demand(Scope at, String name, Binding.Kind kind) {
    Binding made = new Binding(name, kind, at, 0, true);
    at.put(made);
    return made;
  }

  /** Notes that the current function uses a variable, which may belong to a function around it. */
  private void use(Binding binding, boolean maybe) {
    FunctionScope owner = binding.owner();
    if (owner == function()) {
      return;
    }
    if (binding.isTopLevel()) {
      binding.setStorage(Binding.Storage.GLOBAL);
      return;
    }
    binding.markCaptured(maybe);
    for (FunctionScope at = function(); at != owner; at = at.parent()) {
      at.capture(binding);
    }
  }
}
