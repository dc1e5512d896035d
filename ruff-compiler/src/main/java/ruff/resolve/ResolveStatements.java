package ruff.resolve;

import java.util.List;
import ruff.ast.Block;
import ruff.ast.CasePattern;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Node;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.resolve.Lookup.Candidate;

/** Resolves statements: opens blocks, declares variables, queues functions. */
final class ResolveStatements {
  private final Resolver resolver;
  private final Names names;
  private final ResolveExpressions expressions;
  private final Resolution resolution;

  ResolveStatements(
      Resolver resolver, Names names, ResolveExpressions expressions, Resolution resolution) {
    this.resolver = resolver;
    this.names = names;
    this.expressions = expressions;
    this.resolution = resolution;
  }

  void resolveAll(List<Stmt> statements) {
    statements.forEach(this::resolve);
  }

  void resolveBlock(Block block) {
    names.open(block);
    resolveAll(block.statements());
    names.leave();
  }

  private void resolve(Stmt statement) {
    switch (statement) {
      case Stmt.Declare s -> resolveDeclare(s);
      case Stmt.Destructure s -> resolveDestructure(s);
      case Stmt.Assign s -> resolveAssign(s);
      case Stmt.ExpressionStatement s -> expressions.resolve(s.expression());
      case Stmt.FunctionDeclaration s -> resolveFunction(s);
      case Stmt.StructDeclaration s -> resolveStruct(s);
      case Stmt.EnumDeclaration s -> {}
      case Stmt.Import s -> resolveImport(s);
      case Stmt.FromImport s -> resolveFromImport(s);
      case Stmt.Export s -> resolveExport(s);
      case Stmt.Return s -> resolveReturn(s);
      case Stmt.If s -> resolveIf(s);
      case Stmt.While s -> resolveLoop(s.condition(), s.body());
      case Stmt.Loop s -> resolveLoop(s.condition(), s.body());
      case Stmt.For s -> resolveFor(s);
      case Stmt.Match s -> resolveMatch(s);
      case Stmt.Try s -> resolveTry(s);
      case Stmt.Break s -> {}
      case Stmt.Continue s -> {}
      case Stmt.Spawn s -> resolver.enqueue(s, null, s.body(), false);
      case Stmt.Test s -> {}
      case Stmt.Missing s -> {}
    }
  }

  private void resolveReturn(Stmt.Return statement) {
    if (statement.value() != null) {
      expressions.resolve(statement.value());
      expressions.noteGivenAway(statement.value());
    }
  }

  private void resolveDeclare(Stmt.Declare statement) {
    expressions.resolve(statement.value());
    Binding.Kind kind =
        switch (statement.kind()) {
          case LET -> Binding.Kind.LET;
          case MUT -> Binding.Kind.MUT;
          case CONST -> Binding.Kind.CONST;
        };
    declarePattern(statement.pattern(), kind);
    noteEmptyArray(statement.value(), resolution.declaration(statement.pattern()));
  }

  private void noteEmptyArray(Expr value, Binding variable) {
    if (value instanceof Expr.ArrayLiteral literal && literal.elements().isEmpty()) {
      resolution.putEmptyArray(literal, variable);
    }
  }

  private void declarePattern(Pattern pattern, Binding.Kind kind) {
    switch (pattern) {
      case Pattern.Discard p -> {}
      case Pattern.Name p -> declareOnce(p, p.name(), kind);
      case Pattern.Array p -> {
        p.elements().forEach(element -> declarePattern(element, kind));
        declareRest(p.rest(), kind);
      }
      case Pattern.Dict p -> {
        p.entries().forEach(entry -> declarePattern(entry, kind));
        declareRest(p.rest(), kind);
      }
    }
  }

  private void declareRest(Pattern rest, Binding.Kind kind) {
    if (rest != null) {
      declarePattern(rest, kind);
    }
  }

  /**
   * Declares a name, or leaves the node without a declaration when its block has the name already.
   * A name that the block only may have yet gets a lookup too, to be checked when the program runs.
   */
  private void declareOnce(Node node, String name, Binding.Kind kind) {
    if (name.equals("_")) {
      return;
    }
    Binding known = names.perhapsImported(name);
    if (known != null && known.kind() == Binding.Kind.RECEIVER_FIELD) {
      known = null;
    }
    if (known != null && !known.isMaybe()) {
      return;
    }
    if (known != null) {
      resolution.putLookup(node, new Lookup(List.of(new Candidate(known, true)), null));
    }
    resolution.putDeclaration(node, names.declare(name, kind, false));
  }

  private void resolveDestructure(Stmt.Destructure statement) {
    expressions.resolve(statement.value());
    expressions.notePassedOn(statement.value());
    assignPattern(statement.pattern());
  }

  private void assignPattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.Discard p -> {}
      case Pattern.Name p -> resolution.putLookup(p, names.assign(p.name()));
      case Pattern.Array p -> {
        p.elements().forEach(this::assignPattern);
        assignRest(p.rest());
      }
      case Pattern.Dict p -> {
        p.entries().forEach(this::assignPattern);
        assignRest(p.rest());
      }
    }
  }

  private void assignRest(Pattern rest) {
    if (rest != null) {
      assignPattern(rest);
    }
  }

  private void resolveAssign(Stmt.Assign statement) {
    expressions.resolve(statement.value());
    if (!(statement.target() instanceof Expr.Name name)) {
      expressions.resolvePath(statement.target());
      return;
    }
    expressions.noteGivenAway(statement.value());
    expressions.notePassedOn(name, statement.value());
    if (statement.operator() != null) {
      // x += e reads x: when it is not visible, that is an error and nothing is made.
      Lookup read = expressions.resolveName(name);
      read.candidates().forEach(c -> c.binding().noteAssignment(names.function()));
    } else if (!name.name().equals("_")) {
      Lookup assigned = names.assign(name.name());
      resolution.putLookup(name, assigned);
      noteEmptyArray(statement.value(), assigned.target());
    }
  }

  private void resolveFunction(Stmt.FunctionDeclaration statement) {
    FunctionNode function = statement.function();
    resolver.enqueue(statement, function, function.body(), false);
    if (!names.isModuleScope()) {
      declareNested(statement, function.name().name());
    }
  }

  /** A nested function may replace an earlier function of its block, nothing else. */
  private void declareNested(Stmt.FunctionDeclaration statement, String name) {
    Binding known = names.declaredHere(name);
    if (known != null && known.isFunction()) {
      known.noteAssignment(names.function());
      resolution.putDeclaration(statement, known);
    } else {
      declareOnce(statement, name, Binding.Kind.FUNCTION);
    }
  }

  private void resolveStruct(Stmt.StructDeclaration statement) {
    for (FunctionNode method : statement.methods()) {
      boolean hasSelf =
          !method.parameters().isEmpty()
              && method.parameters().getFirst().name().name().equals("self");
      resolver.enqueue(method, method, method.body(), !hasSelf);
      if (method.generator()) {
        String name = statement.name().name() + "." + method.name().name();
        resolution.fault(method, "Generator methods are not supported for structs: " + name);
      }
    }
    for (Stmt.FieldDeclaration field : statement.fields()) {
      if (field.defaultValue() != null) {
        resolver.enqueueDefault(field);
      }
    }
    if (!names.isModuleScope()) {
      declareOnce(statement, statement.name().name(), Binding.Kind.STRUCT);
    }
  }

  private void resolveImport(Stmt.Import statement) {
    resolution.putImportTargets(statement, List.copyOf(names.scope().bindings()));
    resolution.putScope(statement, names.scope());
    names.noteImport();
    declareImported(statement.module());
  }

  private void resolveFromImport(Stmt.FromImport statement) {
    statement.names().forEach(this::declareImported);
  }

  /**
   * An import replaces plain bindings of its block, and is a duplicate of {@code let} and const.
   */
  private void declareImported(Identifier name) {
    Binding known = names.scope().get(name.name());
    if (known == null || known.isMaybe()) {
      resolution.putDeclaration(name, names.declare(name.name(), Binding.Kind.IMPORTED, false));
    } else if (!known.isImmutable()) {
      known.noteAssignment(names.function());
      resolution.putDeclaration(name, known);
    }
  }

  private void resolveExport(Stmt.Export statement) {
    Stmt inner = statement.statement();
    resolve(inner);
    if (names.isModuleScope()) {
      Exports.of(statement).forEach(node -> exported(node));
    }
  }

  private void exported(Node node) {
    Binding binding = Exports.binding(node, resolution);
    if (binding != null && binding.owner().isModule()) {
      binding.setStorage(Binding.Storage.GLOBAL);
      binding.noteLookedInto();
    }
  }

  private void resolveIf(Stmt.If statement) {
    for (Stmt.Branch branch : statement.branches()) {
      expressions.resolve(branch.condition());
      resolveBlock(branch.body());
    }
    if (statement.orElse() != null) {
      resolveBlock(statement.orElse());
    }
  }

  private void resolveLoop(Expr condition, Block body) {
    if (condition != null) {
      expressions.resolve(condition);
    }
    resolveBlock(body);
  }

  private void resolveFor(Stmt.For statement) {
    expressions.resolve(statement.iterable());
    names.open(statement);
    declareLocals(statement.pattern());
    resolveBlock(statement.body());
    names.leave();
  }

  /** Declares loop variables; of repeated names the last wins. */
  private void declareLocals(Pattern pattern) {
    switch (pattern) {
      case Pattern.Discard p -> {}
      case Pattern.Name p -> declareLocal(p, p.name());
      case Pattern.Array p -> {
        p.elements().forEach(this::declareLocals);
        if (p.rest() != null) {
          declareLocals(p.rest());
        }
      }
      case Pattern.Dict p -> {
        p.entries().forEach(this::declareLocals);
        if (p.rest() != null) {
          declareLocals(p.rest());
        }
      }
    }
  }

  private void declareLocal(Node node, String name) {
    if (name.equals("_")) {
      return;
    }
    Binding known = names.scope().get(name);
    Binding binding = known != null ? known : names.declare(name, Binding.Kind.LOCAL, false);
    if (known != null) {
      known.noteAssignment(names.function());
    }
    resolution.putDeclaration(node, binding);
  }

  private void resolveMatch(Stmt.Match statement) {
    expressions.resolve(statement.subject());
    for (Stmt.Case clause : statement.cases()) {
      names.open(clause);
      switch (clause.pattern()) {
        case CasePattern.Tag tag -> tag.bindings().forEach(id -> declareLocal(id, id.name()));
        case CasePattern.Literal literal -> expressions.resolve(literal.value());
        case CasePattern.Wildcard wildcard -> {}
      }
      if (clause.guard() != null) {
        expressions.resolve(clause.guard());
      }
      resolveBlock(clause.body());
      names.leave();
    }
    if (statement.orElse() != null) {
      resolveBlock(statement.orElse());
    }
  }

  private void resolveTry(Stmt.Try statement) {
    resolveBlock(statement.body());
    names.open(statement);
    declareLocal(statement.name(), statement.name().name());
    resolveBlock(statement.handler());
    names.leave();
  }
}
