package ruff.engine;

import java.util.ArrayList;
import java.util.List;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.ast.Program;
import ruff.ast.Stmt;
import ruff.source.Position;
import ruff.source.Span;

/** The {@code test} blocks of a file, each made into a program of its own. */
final class TestProgram {
  private record Test(TestCase info, Block body) {}

  /** No program can have a variable of this name. */
  private static final String ERROR = "<error>";

  private final Program program;
  private final List<Stmt> others = new ArrayList<>();
  private final List<Test> tests = new ArrayList<>();
  private Block setup;
  private Block teardown;

  private TestProgram(Program program) {
    this.program = program;
    collect(program.statements(), null, true);
  }

  static TestProgram of(Program program) {
    return new TestProgram(program);
  }

  private void collect(List<Stmt> statements, String group, boolean topLevel) {
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.Test test) {
        switch (test.kind()) {
          case TEST -> tests.add(new Test(info(test, group), test.body()));
          case GROUP -> collect(test.body().statements(), test.name(), false);
          case SETUP -> setup = test.body();
          case TEARDOWN -> teardown = test.body();
        }
      } else if (topLevel) {
        others.add(statement);
      }
    }
  }

  private TestCase info(Stmt.Test test, String group) {
    Position position = program.source().position(test.span().start());
    return new TestCase(test.name(), group, position);
  }

  List<TestCase> cases() {
    return tests.stream().map(Test::info).toList();
  }

  /** Whether an error comes from the set-up block. */
  boolean failedInSetup(Failure failure) {
    if (setup == null || failure.position() == null) {
      return false;
    }
    Position position =
        failure.frames().isEmpty() ? failure.position() : failure.frames().getFirst().position();
    int line = position.line();
    return line >= program.source().lineOf(setup.span().start())
        && line <= program.source().lineOf(setup.span().end());
  }

  /**
   * The statements that run one test: the file's own, then the set-up, and inside its block the
   * test and the tear-down, which also runs when the test fails.
   */
  List<Stmt> statements(TestCase wanted) {
    Test test = tests.stream().filter(t -> t.info().equals(wanted)).findFirst().orElseThrow();
    List<Stmt> inner = new ArrayList<>(setup == null ? List.of() : setup.statements());
    if (teardown == null) {
      inner.add(asStatement(test.body()));
    } else {
      Span span = test.body().span();
      Expr rethrow = new Expr.Throw(span, List.of(new Expr.Name(span, ERROR)));
      Block handler =
          new Block(
              span, List.of(asStatement(teardown), new Stmt.ExpressionStatement(span, rethrow)));
      Block body = new Block(span, List.of(asStatement(test.body())));
      inner.add(new Stmt.Try(span, body, new Identifier(span, ERROR), handler));
      inner.add(asStatement(teardown));
    }
    List<Stmt> all = new ArrayList<>(others);
    all.add(asStatement(new Block(test.body().span(), inner)));
    return all;
  }

  private static Stmt asStatement(Block block) {
    Span span = block.span();
    Expr always = new Expr.BoolLiteral(span, true);
    return new Stmt.If(span, List.of(new Stmt.Branch(span, always, block)), null);
  }
}
