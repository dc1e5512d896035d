package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Node;
import ruff.ast.Pattern;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.resolve.Binding;

/** Writes the code that takes values apart and binds the parts. */
final class EmitPatterns {
  /** What is done with each name of a pattern. */
  interface Binder {
    void bind(Pattern.Name name, int value);
  }

  private final FunctionEmitter f;

  EmitPatterns(FunctionEmitter f) {
    this.f = f;
  }

  /**
   * Binds a value that the pattern's names may hold.
   *
   * @param ends whether nobody holds the value any more after this
   * @param statement where errors point
   */
  void declare(Pattern pattern, int value, boolean ends, Node statement) {
    f.at(statement);
    bind(pattern, value, ends, (name, part) -> declareName(name, name.name(), part));
  }

  /** Declares one name with a value, unless its block has it already. */
  void declareName(Node node, String name, int value) {
    Binding binding = f.resolution.declaration(node);
    if (binding == null) {
      if (!name.equals("_")) {
        f.raise(EmitVariables.duplicate(name));
      }
      return;
    }
    f.variables.checkDuplicate(node, name);
    f.variables.store(binding, value);
  }

  /** Assigns the parts of a value to the names, as {@code :=} would. */
  void assign(Pattern pattern, int value, boolean ends, Node statement) {
    f.at(statement);
    bind(
        pattern,
        value,
        ends,
        (name, part) -> f.variables.assign(f.resolution.lookup(name), name, name.name(), part));
  }

  private void bind(Pattern pattern, int value, boolean ends, Binder binder) {
    switch (pattern) {
      case Pattern.Discard p -> {}
      case Pattern.Name p -> binder.bind(p, value);
      case Pattern.Array p -> bindArray(p, value, ends, binder);
      case Pattern.Dict p -> bindDict(p, value, ends, binder);
    }
  }

  private void bindArray(Pattern.Array pattern, int value, boolean ends, Binder binder) {
    List<Pattern> elements = pattern.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Pattern.Discard)) {
        int mark = f.registers.mark();
        int part = f.temporary(pattern);
        f.code.emit(ends ? Op.TAKE_ELEMENT : Op.ELEMENT, part, value, i);
        bind(elements.get(i), part, ends, binder);
        f.registers.release(mark);
      }
    }
    if (pattern.rest() != null) {
      int mark = f.registers.mark();
      int rest = f.temporary(pattern);
      f.code.emit(Op.ELEMENTS_FROM, rest, value, elements.size());
      bind(pattern.rest(), rest, true, binder);
      f.registers.release(mark);
    }
  }

  private void bindDict(Pattern.Dict pattern, int value, boolean ends, Binder binder) {
    List<String> named = new ArrayList<>();
    for (Pattern entry : pattern.entries()) {
      if (entry instanceof Pattern.Name name) {
        named.add(name.name());
        int mark = f.registers.mark();
        int part = f.temporary(pattern);
        int site = f.site(new Site.Name(name.name()), pattern);
        f.code.emit(ends ? Op.TAKE_ENTRY : Op.ENTRY, part, value, site);
        binder.bind(name, part);
        f.registers.release(mark);
      }
    }
    if (pattern.rest() != null) {
      int mark = f.registers.mark();
      int rest = f.temporary(pattern);
      int site = f.site(new Site.Names(List.copyOf(named)), pattern);
      f.code.emit(Op.ENTRIES_EXCEPT, rest, value, site);
      bind(pattern.rest(), rest, true, binder);
      f.registers.release(mark);
    }
  }
}
