package ruff.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ruff.ast.Expr;
import ruff.ast.Node;
import ruff.bytecode.Op;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.resolve.Binding;
import ruff.resolve.Lookup;
import ruff.resolve.Lookup.Candidate;

/** Reads and writes variables wherever they live. */
final class EmitVariables {
  private final FunctionEmitter f;

  EmitVariables(FunctionEmitter f) {
    this.f = f;
  }

  /** Whether the name surely means a native function. */
  boolean isNative(Expr.Name name) {
    return f.resolution.lookup(name).candidates().isEmpty()
        && f.environment.isNativeFunction(name.name());
  }

  /** The operand that holds the name's value; a variable's own register where possible. */
  int read(Expr.Name name) {
    Lookup lookup = f.resolution.lookup(name);
    noteValue(lookup);
    Binding single = lookup.single();
    if (single != null && single.storage() == Binding.Storage.REGISTER) {
      return f.register(single);
    }
    if (lookup.candidates().isEmpty()) {
      Object predefined = f.environment.value(name.name());
      if (predefined != null) {
        return f.constant(predefined, name);
      }
    }
    int register = f.temporary(name);
    readTo(name, lookup, register);
    return register;
  }

  void readTo(Expr.Name name, int register) {
    Lookup lookup = f.resolution.lookup(name);
    noteValue(lookup);
    readTo(name, lookup, register);
  }

  /** {@link #readTo} for a name whose value is called and used for nothing else. */
  void readCalleeTo(Expr.Name name, int register) {
    Lookup lookup = f.resolution.lookup(name);
    lookup.candidates().forEach(candidate -> f.waits.calls(candidate.binding()));
    readTo(name, lookup, register);
  }

  private void noteValue(Lookup lookup) {
    lookup.candidates().forEach(c -> f.layout.waits().usedAsValue(c.binding()));
  }

  /** Reads a name; with no meaning defined, the predefined one, else an error. */
  private void readTo(Expr.Name name, Lookup lookup, int register) {
    List<Candidate> candidates = lookup.candidates();
    Object predefined = f.environment.value(name.name());
    boolean fallsBack = predefined != null && !lookup.isDefinite();
    f.at(name);
    if (candidates.isEmpty() && predefined == null) {
      raiseUndefined(name, name.name());
      return;
    }
    Label done = new Label();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      boolean last = i == candidates.size() - 1 && !fallsBack;
      if (last) {
        loadLast(candidate, register, name.name());
      } else {
        load(candidate.binding(), register);
        f.code.emitJump(Op.JUMP_IF_DEFINED, register, done);
      }
    }
    if (fallsBack) {
      f.code.emitWide(Op.LOAD_CONSTANT, register, f.code.constant(predefined));
    }
    f.code.place(done);
  }

  private void loadLast(Candidate candidate, int register, String name) {
    Binding binding = candidate.binding();
    if (candidate.maybe() && binding.storage() == Binding.Storage.GLOBAL) {
      f.code.emitWide(Op.LOAD_GLOBAL, register, f.layout.slot(binding));
      return;
    }
    load(binding, register);
    if (candidate.maybe()) {
      f.code.emitWide(Op.CHECK_DEFINED, register, f.code.constant(name));
    }
  }

  /** Reads a name, leaving the register undefined when it has no meaning. */
  void readRawTo(Lookup lookup, int register) {
    noteValue(lookup);
    Label done = new Label();
    List<Candidate> candidates = lookup.candidates();
    for (int i = 0; i < candidates.size(); i++) {
      load(candidates.get(i).binding(), register);
      if (i < candidates.size() - 1) {
        f.code.emitJump(Op.JUMP_IF_DEFINED, register, done);
      }
    }
    if (candidates.isEmpty()) {
      f.code.emit(Op.CLEAR, register);
    }
    f.code.place(done);
  }

  /** Loads a variable, undefined or not. */
  void load(Binding binding, int register) {
    switch (binding.storage()) {
      case REGISTER -> f.code.emit(Op.MOVE, register, f.register(binding));
      case CELL -> f.code.emit(Op.LOAD_CELL, register, f.register(binding));
      case GLOBAL -> f.code.emitWide(Op.LOAD_GLOBAL_RAW, register, f.layout.slot(binding));
    }
  }

  /** Stores a value that is owned, or marked already. */
  void store(Binding binding, int value) {
    switch (binding.storage()) {
      case REGISTER -> {
        if (f.register(binding) != value) {
          f.code.emit(Op.MOVE, f.register(binding), value);
        }
      }
      case CELL -> f.code.emit(Op.STORE_CELL, f.register(binding), value);
      case GLOBAL -> f.code.emitWide(Op.STORE_GLOBAL, value, f.layout.slot(binding));
    }
  }

  /** Assigns to what the name means: the first variable that is defined, else a new one. */
  void assign(Lookup lookup, Node target, String name, int value) {
    if (lookup == null) {
      return;
    }
    Label done = new Label();
    for (Candidate candidate : lookup.candidates()) {
      Label skip = candidate.maybe() ? skipUnlessDefined(candidate.binding(), target) : null;
      assignKnown(candidate.binding(), name, value);
      if (skip != null) {
        f.code.emitJump(Op.JUMP, 0, done);
        f.code.place(skip);
      }
    }
    if (!lookup.isDefinite()) {
      if (lookup.created() != null) {
        store(lookup.created(), value);
      } else {
        f.at(target);
        raiseUndefined(target, name);
      }
    }
    f.code.place(done);
  }

  private Label skipUnlessDefined(Binding binding, Node node) {
    int mark = f.registers.mark();
    int probe = f.temporary(node);
    load(binding, probe);
    Label defined = new Label();
    Label skip = new Label();
    f.code.emitJump(Op.JUMP_IF_DEFINED, probe, defined);
    f.code.emitJump(Op.JUMP, 0, skip);
    f.code.place(defined);
    f.registers.release(mark);
    return skip;
  }

  private void assignKnown(Binding binding, String name, int value) {
    if (binding.isImmutable()) {
      f.raise(cannot("reassign", binding, name));
    } else {
      store(binding, value);
    }
  }

  /** Owns the value in the register and gives it back to the variable that it was read from. */
  void storeOwned(Lookup lookup, Node target, String name, int register) {
    Label done = new Label();
    for (Candidate candidate : lookup.candidates()) {
      Binding binding = candidate.binding();
      boolean last = candidate == lookup.candidates().getLast();
      Label skip = last ? null : skipUnlessDefined(binding, target);
      if (binding.isImmutable()) {
        f.raise(cannot("mutate", binding, name));
      } else {
        f.code.emit(Op.OWN, register);
        store(binding, register);
      }
      if (skip != null) {
        f.code.emitJump(Op.JUMP, 0, done);
        f.code.place(skip);
      }
    }
    f.code.place(done);
  }

  /** The text of an error about a binding that may not change. */
  static String cannot(String verb, Binding binding, String name) {
    String kind = binding.kind() == Binding.Kind.LET ? "immutable let" : "const";
    return "Cannot " + verb + " " + kind + " binding: " + name;
  }

  /** Raises an error when the block may not declare a name that it has already. */
  void checkDuplicate(Node node, String name) {
    Lookup perhaps = f.resolution.lookup(node);
    if (perhaps == null) {
      return;
    }
    Label skip = skipUnlessDefined(perhaps.candidates().getFirst().binding(), node);
    f.raise(duplicate(name));
    f.code.place(skip);
  }

  static String duplicate(String name) {
    return "Duplicate declaration in the same scope: " + name;
  }

  private void raiseUndefined(Node node, String name) {
    Set<String> visible = new LinkedHashSet<>(f.resolution.visibleNames(node));
    f.environment.names().forEach(visible::add);
    f.code.emitWide(
        Op.RAISE, 0, f.code.constant(new UndefinedName(name, Suggestions.nearest(name, visible))));
  }
}
