package ruff.tools.types;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Pattern;
import ruff.ast.Program;
import ruff.ast.Stmt;
import ruff.resolve.Predefined;
import ruff.resolve.Resolver;
import ruff.source.Position;
import ruff.source.Span;

/**
 * Checks the annotations of a file that compiles. Bodies of functions come after the statements
 * around them, as they run later; test blocks are left out, as they are when the file is compiled.
 */
public final class TypeChecker {
  /** A body that waits to be checked. */
  private record Body(Block block, Type result) {}

  private final Knowledge knowledge;
  private final Annotations annotations;
  private final ExpressionTypes expressions;
  private final Deque<Body> waiting = new ArrayDeque<>();
  private Type result = Type.ANY;

  private TypeChecker(Knowledge knowledge, Annotations annotations) {
    this.knowledge = knowledge;
    this.annotations = annotations;
    this.expressions = new ExpressionTypes(knowledge, this::function);
  }

  /** The findings in the order of the text. */
  public static List<Finding> check(Program program, Predefined predefined, NativeResults natives) {
    Block topLevel = new Block(new Span(0, program.source().text().length()), program.statements());
    Knowledge knowledge =
        new Knowledge(program, Resolver.resolve(topLevel, predefined), predefined, natives);
    Set<String> structs = new HashSet<>();
    program.statements().forEach(statement -> addStruct(statement, structs));
    new TypeChecker(knowledge, new Annotations(structs)).checkAll(topLevel);
    return knowledge.findings().stream()
        .sorted(
            Comparator.comparing(
                Finding::position,
                Comparator.comparingInt(Position::line).thenComparingInt(Position::column)))
        .toList();
  }

  private static void addStruct(Stmt statement, Set<String> structs) {
    if (statement instanceof Stmt.Export export) {
      addStruct(export.statement(), structs);
    } else if (statement instanceof Stmt.StructDeclaration struct) {
      structs.add(struct.name().name());
    }
  }

  private void checkAll(Block topLevel) {
    topLevel.statements().forEach(this::hoist);
    block(topLevel);
    while (!waiting.isEmpty()) {
      Body body = waiting.remove();
      result = body.result;
      block(body.block);
    }
  }

  private void hoist(Stmt statement) {
    switch (statement) {
      case Stmt.Export export -> hoist(export.statement());
      case Stmt.FunctionDeclaration f ->
          knowledge.define(f, Type.ANY, annotations.signature(f.function()));
      default -> {}
    }
  }

  /** Queues a function's body and answers its type. */
  private Type function(FunctionNode function) {
    for (FunctionNode.Parameter parameter : function.parameters()) {
      knowledge.define(parameter, annotations.read(parameter.type()), Type.ANY);
    }
    Type returned = function.generator() ? Type.ANY : annotations.read(function.returnType());
    waiting.add(new Body(function.body(), returned));
    return annotations.signature(function);
  }

  private void block(Block block) {
    block.statements().forEach(this::statement);
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Declare s -> declare(s);
      case Stmt.Destructure s -> expressions.of(s.value());
      case Stmt.Assign s -> assign(s);
      case Stmt.ExpressionStatement s -> expressions.of(s.expression());
      case Stmt.FunctionDeclaration s -> functionDeclaration(s);
      case Stmt.StructDeclaration s -> struct(s);
      case Stmt.Export s -> statement(s.statement());
      case Stmt.Return s -> returned(s);
      case Stmt.If s -> conditional(s);
      case Stmt.While s -> loop(s.condition(), s.body());
      case Stmt.Loop s -> loop(s.condition(), s.body());
      case Stmt.For s -> forLoop(s);
      case Stmt.Match s -> match(s);
      case Stmt.Try s -> {
        block(s.body());
        block(s.handler());
      }
      case Stmt.Spawn s -> waiting.add(new Body(s.body(), Type.ANY));
      case Stmt.EnumDeclaration s -> {}
      case Stmt.Import s -> {}
      case Stmt.FromImport s -> {}
      case Stmt.Break s -> {}
      case Stmt.Continue s -> {}
      case Stmt.Test s -> {}
      case Stmt.Missing s -> {}
    }
  }

  private void declare(Stmt.Declare s) {
    Type value = expressions.of(s.value());
    if (!(s.pattern() instanceof Pattern.Name name)) {
      return;
    }
    Type wanted = annotations.read(s.type());
    if (!wanted.accepts(value)) {
      String what = s.kind() == Stmt.DeclareKind.CONST ? "constant" : "variable";
      knowledge.report(
          s.value(),
          String.format(
              "Type mismatch: %s '%s' declared as %s but assigned %s",
              what, name.name(), wanted.shown(), value.shown()));
    }
    knowledge.define(name, wanted, value);
  }

  private void assign(Stmt.Assign s) {
    Type value = expressions.of(s.value());
    if (!(s.target() instanceof Expr.Name name)) {
      expressions.of(s.target());
      return;
    }
    if (s.operator() != null) {
      value = expressions.binary(s, s.operator(), knowledge.of(name), value);
    }
    Type wanted = knowledge.annotationOf(name);
    if (!wanted.accepts(value)) {
      knowledge.report(
          s.value(),
          String.format(
              "Type mismatch: cannot assign %s to variable '%s' of type %s",
              value.shown(), name.name(), wanted.shown()));
    }
    if (s.operator() == null) {
      knowledge.define(knowledge.lookup(name), value);
    }
  }

  private void functionDeclaration(Stmt.FunctionDeclaration s) {
    Type signature = function(s.function());
    if (knowledge.isNested(s)) {
      knowledge.define(s, Type.ANY, signature);
    }
  }

  private void struct(Stmt.StructDeclaration s) {
    for (Stmt.FieldDeclaration field : s.fields()) {
      if (field.defaultValue() != null) {
        expressions.of(field.defaultValue());
      }
    }
    s.methods().forEach(this::function);
  }

  private void returned(Stmt.Return s) {
    if (s.value() == null) {
      return;
    }
    Type value = expressions.of(s.value());
    if (!result.accepts(value)) {
      knowledge.report(
          s.value(),
          String.format(
              "Return type mismatch: expected %s but got %s", result.shown(), value.shown()));
    }
  }

  private void conditional(Stmt.If s) {
    for (Stmt.Branch branch : s.branches()) {
      expressions.of(branch.condition());
      block(branch.body());
    }
    if (s.orElse() != null) {
      block(s.orElse());
    }
  }

  private void loop(Expr condition, Block body) {
    if (condition != null) {
      expressions.of(condition);
    }
    block(body);
  }

  private void forLoop(Stmt.For s) {
    Type element =
        switch (expressions.of(s.iterable())) {
          case Type.Array array -> array.element();
          case Type.Dict dict -> Type.STRING;
          case Type.Basic basic when basic == Type.ANY || basic == Type.BOOL -> Type.ANY;
          case Type.Basic basic -> basic == Type.STRING ? Type.STRING : Type.INT;
          default -> Type.ANY;
        };
    if (s.pattern() instanceof Pattern.Name name) {
      knowledge.define(name, Type.ANY, element);
    }
    block(s.body());
  }

  private void match(Stmt.Match s) {
    expressions.of(s.subject());
    for (Stmt.Case clause : s.cases()) {
      if (clause.guard() != null) {
        expressions.of(clause.guard());
      }
      block(clause.body());
    }
    if (s.orElse() != null) {
      block(s.orElse());
    }
  }
}
