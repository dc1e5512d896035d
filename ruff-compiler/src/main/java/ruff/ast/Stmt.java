package ruff.ast;

import java.util.List;
import ruff.source.Span;

/** A statement. */
public sealed interface Stmt extends Node {
  enum DeclareKind {
    LET("let"),
    MUT("mut"),
    CONST("const");

    private final String word;

    DeclareKind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * {@code let x: int := e}.
   *
   * @param type null when not annotated
   */
  record Declare(Span span, DeclareKind kind, Pattern pattern, TypeExpr type, Expr value)
      implements Stmt {}

  /** {@code [a, b] := e} without keyword. */
  record Destructure(Span span, Pattern pattern, Expr value) implements Stmt {}

  /**
   * {@code target := e} or {@code target += e}.
   *
   * @param target an {@link Expr.Name}, {@link Expr.Index} or {@link Expr.Field}; any other
   *     expression only where it was reported as a fault
   * @param operator null for plain assignment
   */
  record Assign(Span span, Expr target, Expr.BinaryOp operator, Expr value) implements Stmt {}

  record ExpressionStatement(Span span, Expr expression) implements Stmt {}

  record FunctionDeclaration(Span span, FunctionNode function) implements Stmt {}

  record StructDeclaration(
      Span span, Identifier name, List<FieldDeclaration> fields, List<FunctionNode> methods)
      implements Stmt {}

  /**
   * One field of a struct.
   *
   * @param type null when not annotated
   * @param defaultValue null when there is none
   */
  record FieldDeclaration(Span span, Identifier name, TypeExpr type, Expr defaultValue)
      implements Node {}

  record EnumDeclaration(Span span, Identifier name, List<Identifier> variants) implements Stmt {}

  record Import(Span span, Identifier module) implements Stmt {}

  /** {@code from a.b import x, y}. */
  record FromImport(Span span, List<Identifier> path, List<Identifier> names) implements Stmt {}

  /**
   * {@code export statement}; {@code export name} holds an {@link ExpressionStatement} of the name.
   */
  record Export(Span span, Stmt statement) implements Stmt {}

  /**
   * {@code return e}.
   *
   * @param value null for a bare return
   */
  record Return(Span span, Expr value) implements Stmt {}

  /**
   * An {@code if} with all its {@code else if} branches.
   *
   * @param orElse null when there is no {@code else}
   */
  record If(Span span, List<Branch> branches, Block orElse) implements Stmt {}

  record Branch(Span span, Expr condition, Block body) implements Node {}

  record While(Span span, Expr condition, Block body) implements Stmt {}

  /**
   * {@code loop {}} or {@code loop while c {}}.
   *
   * @param condition null for an endless loop
   */
  record Loop(Span span, Expr condition, Block body) implements Stmt {}

  record For(Span span, Pattern pattern, Expr iterable, Block body) implements Stmt {}

  /**
   * {@code match subject { case ... default ... }}.
   *
   * @param orElse the default block, null when there is none
   */
  record Match(Span span, Expr subject, List<Case> cases, Block orElse) implements Stmt {}

  /**
   * One {@code case}.
   *
   * @param guard null when there is none
   */
  record Case(Span span, CasePattern pattern, Expr guard, Block body) implements Node {}

  /** {@code try {} except name {}}. */
  record Try(Span span, Block body, Identifier name, Block handler) implements Stmt {}

  record Break(Span span) implements Stmt {}

  record Continue(Span span) implements Stmt {}

  record Spawn(Span span, Block body) implements Stmt {}

  enum TestKind {
    TEST("test"),
    GROUP("test_group"),
    SETUP("test_setup"),
    TEARDOWN("test_teardown");

    private final String word;

    TestKind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * {@code test "name" {}} and its kin.
   *
   * @param name null for set-up and tear-down
   */
  record Test(Span span, TestKind kind, String name, Block body) implements Stmt {}

  /** A hole where no statement could be read; a diagnostic says why. */
  record Missing(Span span) implements Stmt {}
}
