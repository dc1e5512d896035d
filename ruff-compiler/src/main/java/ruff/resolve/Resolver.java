package ruff.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Node;
import ruff.ast.Stmt;

/**
 * Finds out for every name which variable it means, and for every variable where it lives.
 *
 * <p>A function's body is resolved after the function around it is finished, because it sees the
 * names that are made later in the text too. Within one function the text's order decides.
 */
public final class Resolver {
  private record PendingFunction(FunctionScope function, Node node, Block body) {}

  private final Resolution resolution = new Resolution();
  private final Deque<PendingFunction> pending = new ArrayDeque<>();
  private final Names names;
  private final ResolveExpressions expressions;
  private final ResolveStatements statements;
  private int order;

  private Resolver(Predefined predefined) {
    this.names = new Names(resolution, this::nextOrder);
    this.expressions = new ResolveExpressions(this, names, resolution, predefined);
    this.statements = new ResolveStatements(this, names, expressions, resolution);
  }

  /**
   * Resolves a file.
   *
   * @return the findings; the function of the block's node is the top level
   */
  public static Resolution resolve(Block topLevel, Predefined predefined) {
    Resolver resolver = new Resolver(predefined);
    resolver.resolveModule(topLevel);
    return resolver.resolution;
  }

  private void resolveModule(Block topLevel) {
    FunctionScope module = new FunctionScope(null, null, nextOrder(), null, false);
    module.open(new Scope(null, module));
    resolution.putFunction(topLevel, module);
    resolution.putScope(topLevel, module.scope());
    names.enter(module.scope());
    hoist(topLevel.statements(), module.scope());
    statements.resolveAll(topLevel.statements());
    names.leave();
    while (!pending.isEmpty()) {
      resolveBody(pending.remove());
    }
  }

  /** Declares the functions and structs of the top level before anything else. */
  private void hoist(List<Stmt> topLevel, Scope scope) {
    Set<String> structs = new HashSet<>();
    for (Stmt statement : topLevel) {
      Stmt inner = statement instanceof Stmt.Export export ? export.statement() : statement;
      switch (inner) {
        case Stmt.FunctionDeclaration f -> hoistFunction(f, scope, structs);
        case Stmt.StructDeclaration s -> hoistStruct(s, scope, structs);
        default -> {}
      }
    }
  }

  private void hoistFunction(Stmt.FunctionDeclaration f, Scope scope, Set<String> structs) {
    String name = f.function().name().name();
    Binding known = scope.get(name);
    if (known == null) {
      known = names.declare(name, Binding.Kind.FUNCTION, false);
    } else if (structs.contains(name)) {
      return;
    }
    resolution.putDeclaration(f, known);
  }

  private void hoistStruct(Stmt.StructDeclaration s, Scope scope, Set<String> structs) {
    if (scope.get(s.name().name()) == null) {
      structs.add(s.name().name());
      resolution.putDeclaration(s, names.declare(s.name().name(), Binding.Kind.STRUCT, false));
    }
  }

  int nextOrder() {
    return order++;
  }

  /** Queues a function that stands where the names are now. */
  void enqueue(Node node, FunctionNode function, Block body, boolean seesReceiverFields) {
    boolean isValue = node instanceof Expr.Function || node instanceof Stmt.Spawn;
    boolean hoisted = !isValue && names.isModuleScope();
    int definitionOrder = hoisted ? names.moduleOrder() : nextOrder();
    FunctionScope scope =
        new FunctionScope(
            names.scope().function(), function, definitionOrder, names.scope(), seesReceiverFields);
    resolution.putFunction(node, scope);
    pending.add(new PendingFunction(scope, node, body));
  }

  private void resolveBody(PendingFunction job) {
    FunctionScope function = job.function;
    function.open(new Scope(function.definitionScope(), function));
    names.enter(function.scope());
    if (function.node() != null) {
      declareParameters(function.node());
    }
    statements.resolveBlock(job.body);
    names.leave();
  }

  private void declareParameters(FunctionNode node) {
    for (FunctionNode.Parameter parameter : node.parameters()) {
      Identifier name = parameter.name();
      if (name.name().equals("_")) {
        continue;
      }
      if (names.scope().get(name.name()) != null) {
        resolution.fault(name, "Duplicate declaration in the same scope: " + name.name());
      } else {
        resolution.putDeclaration(
            parameter, names.declare(name.name(), Binding.Kind.PARAMETER, false));
      }
    }
  }

  /** Queues the default of a struct field as a function of its own. */
  void enqueueDefault(Stmt.FieldDeclaration field) {
    Expr value = field.defaultValue();
    Stmt result = new Stmt.Return(value.span(), value);
    Block body = new Block(value.span(), List.of(result));
    resolution.putDefaultBody(field, body);
    enqueue(field, null, body, false);
  }
}
