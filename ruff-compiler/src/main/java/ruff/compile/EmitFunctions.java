package ruff.compile;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.FunctionNode;
import ruff.ast.Node;
import ruff.ast.Stmt;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.PrototypeBuilder;
import ruff.bytecode.Site;
import ruff.resolve.Binding;
import ruff.resolve.FunctionScope;

/**
 * Writes functions, structs and spawn blocks: a prototype each, and the code that makes the value.
 */
final class EmitFunctions {
  private static final String ANONYMOUS = "<lambda>";
  private static final long ALL_CONSUMED = -1L;

  private final FunctionEmitter f;

  EmitFunctions(FunctionEmitter f) {
    this.f = f;
  }

  /** Makes a function value; {@code struct} is the struct's name for a method, else null. */
  Prototype closure(Node node, FunctionNode function, String struct, int register) {
    String name = function.name() == null ? ANONYMOUS : function.name().name();
    Prototype child =
        compile(node, function, struct == null ? name : struct + "." + name, struct != null);
    f.at(node);
    f.code.emitWide(Op.CLOSURE, register, f.code.child(child));
    return child;
  }

  private Prototype compile(Node node, FunctionNode function, String name, boolean method) {
    Prototype.Kind kind =
        function.generator()
            ? Prototype.Kind.GENERATOR
            : function.async() ? Prototype.Kind.ASYNC : Prototype.Kind.PLAIN;
    FunctionScope scope = f.resolution.function(node);
    boolean hiddenReceiver = method && scope.seesReceiverFields();
    int parameters = function.parameters().size() + (hiddenReceiver ? 1 : 0);
    PrototypeBuilder builder = new PrototypeBuilder(name, kind, f.code.source(), parameters);
    FunctionEmitter inner = f.nested(builder, scope, kind);
    if (method) {
      builder.setTakesReceiver();
    }
    inner.functions.body(function.parameters(), hiddenReceiver, function.body());
    boolean named = node instanceof Stmt.FunctionDeclaration;
    return finish(inner, builder, named ? f.resolution.declaration(node) : null);
  }

  /** A function without parameters, the default of a field; {@code bottom} for a spawn block. */
  private Prototype compileBlock(Node node, String name, Block body, boolean bottom) {
    FunctionScope scope = f.resolution.function(node);
    PrototypeBuilder builder = new PrototypeBuilder(name, Prototype.Kind.PLAIN, f.code.source(), 0);
    FunctionEmitter inner = f.nested(builder, scope, Prototype.Kind.PLAIN);
    if (bottom) {
      inner.waits.isBottom();
    }
    inner.functions.body(List.of(), false, body);
    return finish(inner, builder, null);
  }

  private Prototype finish(FunctionEmitter inner, PrototypeBuilder builder, Binding declared) {
    int[] captures =
        inner.scope.captures().stream().mapToInt(binding -> f.register(binding)).toArray();
    builder.setCaptures(captures);
    Prototype prototype = builder.build();
    inner.waits.finished(prototype, declared);
    return prototype;
  }

  private void body(List<FunctionNode.Parameter> parameters, boolean hiddenReceiver, Block body) {
    int receivers = hiddenReceiver ? 1 : 0;
    f.registers.allocate(parameters.size() + receivers, body);
    f.placeCaptures();
    long consumed = f.kind == Prototype.Kind.PLAIN ? 0 : ALL_CONSUMED;
    for (int i = 0; i < parameters.size(); i++) {
      Binding binding = f.resolution.declaration(parameters.get(i));
      if (binding != null) {
        int register = i + receivers;
        binding.setLocation(register);
        if (binding.needsCell()) {
          binding.setStorage(Binding.Storage.CELL);
          f.code.emit(Op.MAKE_CELL, register);
        }
        if (binding.isConsumed() || binding.needsCell()) {
          consumed |= 1L << Math.min(register, Long.SIZE - 1);
        }
      }
    }
    f.code.setConsumed(consumed);
    bindReceiverFields(body);
    f.statements.block(body);
    f.at(body);
    f.code.emit(Op.RETURN, f.nullConstant(body));
  }

  private void bindReceiverFields(Block body) {
    for (Binding field : f.scope.receiverFields()) {
      int register = f.registers.allocate(body);
      field.setLocation(register);
      int site = f.site(new Site.Field(field.name()), body);
      f.code.emit(Op.BIND_FIELD, register, 0, site);
      if (field.needsCell()) {
        field.setStorage(Binding.Storage.CELL);
        f.code.emit(Op.MAKE_CELL, register);
      }
    }
  }

  /** Makes the functions and structs of the top level before its first statement. */
  void hoist(List<Stmt> topLevel) {
    for (Stmt statement : topLevel) {
      Stmt inner = statement instanceof Stmt.Export export ? export.statement() : statement;
      int mark = f.registers.mark();
      if (f.resolution.declaration(inner) != null) {
        switch (inner) {
          case Stmt.FunctionDeclaration s -> define(s);
          case Stmt.StructDeclaration s -> defineStruct(s);
          default -> {}
        }
      }
      f.registers.release(mark);
    }
  }

  /** A function statement: done already at the top level, a declaration elsewhere. */
  void declare(Stmt.FunctionDeclaration s) {
    if (f.resolution.declaration(s) == null) {
      f.raise(EmitVariables.duplicate(s.function().name().name()));
    } else if (!f.resolution.declaration(s).isTopLevel()) {
      f.variables.checkDuplicate(s, s.function().name().name());
      define(s);
    }
  }

  private void define(Stmt.FunctionDeclaration s) {
    int register = f.temporary(s);
    Prototype code = closure(s, s.function(), null, register);
    f.variables.store(f.resolution.declaration(s), register);
    if (f.resolution.declaration(s).isDefinition()) {
      f.layout.define(f.resolution.declaration(s), code);
    }
  }

  void declareStruct(Stmt.StructDeclaration s) {
    if (f.resolution.declaration(s) == null) {
      f.raise(EmitVariables.duplicate(s.name().name()));
    } else if (!f.resolution.declaration(s).isTopLevel()) {
      f.variables.checkDuplicate(s, s.name().name());
      defineStruct(s);
    }
  }

  private void defineStruct(Stmt.StructDeclaration s) {
    List<Stmt.FieldDeclaration> defaults =
        s.fields().stream().filter(field -> field.defaultValue() != null).toList();
    List<String> methods = new ArrayList<>();
    int base = f.registers.allocate(s.methods().size() + defaults.size(), s);
    int next = base;
    for (FunctionNode method : s.methods()) {
      methods.add(method.name().name());
      closure(method, method, s.name().name(), next++);
    }
    for (Stmt.FieldDeclaration field : defaults) {
      Block body = f.resolution.defaultBody(field);
      String name = s.name().name() + "." + field.name().name();
      Prototype child = compileBlock(field, name, body, false);
      f.code.emitWide(Op.CLOSURE, next++, f.code.child(child));
    }
    List<String> defaultNames = defaults.stream().map(field -> field.name().name()).toList();
    Site site = new Site.StructDeclaration(s.name().name(), List.copyOf(methods), defaultNames);
    int register = f.temporary(s);
    f.at(s);
    f.code.emit(Op.DEFINE_STRUCT, register, base, f.site(site, s));
    f.variables.store(f.resolution.declaration(s), register);
  }

  void spawn(Stmt.Spawn s) {
    Prototype child = compileBlock(s, "<spawn>", s.body(), true);
    int register = f.temporary(s);
    f.code.emitWide(Op.CLOSURE, register, f.code.child(child));
    f.code.emit(Op.SPAWN, register);
  }
}
