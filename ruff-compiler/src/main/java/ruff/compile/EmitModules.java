package ruff.compile;

import java.util.List;
import java.util.stream.Collectors;
import ruff.ast.Identifier;
import ruff.ast.Node;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.bytecode.Site;
import ruff.resolve.Binding;
import ruff.resolve.Exports;
import ruff.resolve.Scope;

/** Writes imports and exports. */
final class EmitModules {
  private final FunctionEmitter f;

  EmitModules(FunctionEmitter f) {
    this.f = f;
  }

  /** {@code import m}: the namespace, and every export that a variable of the block can take. */
  void importAll(Stmt.Import s) {
    String name = s.module().name();
    int module = f.temporary(s);
    f.waits.waits();
    f.code.emitWide(Op.IMPORT, module, f.code.constant(name));
    int part = f.temporary(s);
    f.code.emit(Op.NAMESPACE, part, module);
    f.patterns.declareName(s.module(), name, part);
    Scope block = f.resolution.importScope(s);
    for (Binding binding : block.bindings()) {
      boolean own = binding == f.resolution.declaration(s.module());
      boolean stoodBefore = f.resolution.importTargets(s).contains(binding);
      if (own || stoodBefore || binding.kind() == Binding.Kind.PERHAPS_IMPORTED) {
        take(binding, module, part, s);
      }
    }
  }

  private void take(Binding binding, int module, int part, Stmt.Import s) {
    Label missing = new Label();
    Label defined = new Label();
    f.code.emit(Op.EXPORTED_RAW, part, module, f.site(new Site.Name(binding.name()), s));
    f.code.emitJump(Op.JUMP_IF_DEFINED, part, defined);
    f.code.emitJump(Op.JUMP, 0, missing);
    f.code.place(defined);
    if (binding.isImmutable()) {
      f.raise(EmitVariables.duplicate(binding.name()));
    } else {
      f.variables.store(binding, part);
    }
    f.code.place(missing);
  }

  void importNames(Stmt.FromImport s) {
    String path = s.path().stream().map(Identifier::name).collect(Collectors.joining("."));
    int module = f.temporary(s);
    f.waits.waits();
    f.code.emitWide(Op.IMPORT, module, f.code.constant(path));
    int part = f.temporary(s);
    for (Identifier name : s.names()) {
      f.code.emit(Op.EXPORTED, part, module, f.site(new Site.Name(name.name()), s));
      f.patterns.declareName(name, name.name(), part);
    }
  }

  void export(Stmt.Export s) {
    List<Node> nodes = Exports.of(s);
    for (Node node : nodes) {
      Binding binding = Exports.binding(node, f.resolution);
      boolean visible = binding != null && binding.isTopLevel();
      if (binding != null) {
        f.layout.waits().usedAsValue(binding);
      }
      if (visible && binding.storage() == Binding.Storage.GLOBAL) {
        f.code.emitWide(Op.EXPORT, 0, f.layout.slot(binding));
      }
    }
  }
}
