package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import ruff.ast.Block;
import ruff.ast.CasePattern;
import ruff.ast.Expr;
import ruff.ast.Identifier;
import ruff.ast.Pattern;
import ruff.ast.Stmt;
import ruff.source.Span;

/**
 * Makes random trees that the grammar can express, parentheses included, so that printing and
 * parsing one gives it back.
 *
 * <p>The same seed and size give the same tree. All spans are {@link Span#NONE}.
 */
public final class RandomTrees {
  private final Random random;
  private final RandomExpressions expressions;
  private int budget;

  /**
   * @param size how many nodes to make, about
   */
  public RandomTrees(long seed, int size) {
    this.random = new Random(seed);
    this.budget = size;
    this.expressions = new RandomExpressions(random, size, this::block);
  }

  /** The statements of a program. */
  public List<Stmt> program() {
    List<Stmt> statements = new ArrayList<>();
    while (budget > 0) {
      statements.add(statement());
    }
    return statements;
  }

  public Stmt statement() {
    budget--;
    return switch (random.nextInt(budget > 0 ? 22 : 8)) {
      case 0 -> new Stmt.ExpressionStatement(Span.NONE, expressions.expression());
      case 1 -> assignment();
      case 2 -> declaration();
      case 3 -> new Stmt.Return(Span.NONE, orNull(expressions::expression));
      case 4 -> random.nextBoolean() ? new Stmt.Break(Span.NONE) : new Stmt.Continue(Span.NONE);
      case 5 -> new Stmt.Import(Span.NONE, name());
      case 6 -> new Stmt.FromImport(Span.NONE, some(1, 3, i -> name()), some(1, 3, i -> name()));
      case 7 -> new Stmt.EnumDeclaration(Span.NONE, name(), some(0, 3, i -> name()));
      case 8 -> new Stmt.Destructure(Span.NONE, bracketed(), expressions.expression());
      case 9 -> new Stmt.FunctionDeclaration(Span.NONE, expressions.function(name()));
      case 10 -> struct();
      case 11 -> export();
      case 12 -> new Stmt.If(Span.NONE, some(1, 3, i -> branch()), orNull(this::block));
      case 13 -> new Stmt.While(Span.NONE, expressions.header(), block());
      case 14 -> new Stmt.Loop(Span.NONE, orNull(expressions::header), block());
      case 15 -> new Stmt.For(Span.NONE, pattern(), expressions.header(), block());
      case 16, 17 -> match();
      case 18 -> new Stmt.Try(Span.NONE, block(), name(), block());
      case 19 -> new Stmt.Spawn(Span.NONE, block());
      case 20 -> test();
      default -> new Stmt.ExpressionStatement(Span.NONE, expressions.expression());
    };
  }

  private Stmt assignment() {
    Expr.BinaryOp operator =
        switch (random.nextInt(8)) {
          case 0 -> Expr.BinaryOp.ADD;
          case 1 -> Expr.BinaryOp.SUBTRACT;
          case 2 -> Expr.BinaryOp.MULTIPLY;
          case 3 -> Expr.BinaryOp.DIVIDE;
          case 4 -> Expr.BinaryOp.MODULO;
          default -> null;
        };
    return new Stmt.Assign(Span.NONE, expressions.target(), operator, expressions.expression());
  }

  private Stmt declaration() {
    Stmt.DeclareKind kind = pick(Stmt.DeclareKind.values());
    Pattern pattern = kind == Stmt.DeclareKind.CONST ? namePattern() : pattern();
    return new Stmt.Declare(
        Span.NONE, kind, pattern, orNull(expressions::type), expressions.expression());
  }

  private Stmt struct() {
    return new Stmt.StructDeclaration(
        Span.NONE,
        name(),
        some(
            0,
            3,
            i ->
                new Stmt.FieldDeclaration(
                    Span.NONE, name(), orNull(expressions::type), orNull(expressions::expression))),
        some(0, 2, i -> expressions.function(name())));
  }

  private Stmt export() {
    Stmt inner = statement();
    return inner instanceof Stmt.Export ? inner : new Stmt.Export(Span.NONE, inner);
  }

  private Stmt.Branch branch() {
    return new Stmt.Branch(Span.NONE, expressions.header(), block());
  }

  private Stmt match() {
    return new Stmt.Match(
        Span.NONE,
        expressions.header(),
        some(
            0,
            3,
            i -> new Stmt.Case(Span.NONE, casePattern(), orNull(expressions::header), block())),
        orNull(this::block));
  }

  private CasePattern casePattern() {
    return switch (random.nextInt(4)) {
      case 0 -> new CasePattern.Wildcard(Span.NONE);
      case 1 -> new CasePattern.Literal(Span.NONE, expressions.caseLiteral());
      default ->
          new CasePattern.Tag(Span.NONE, orNull(this::name), name(), some(0, 2, i -> name()));
    };
  }

  private Stmt test() {
    Stmt.TestKind kind = pick(Stmt.TestKind.values());
    boolean named = kind == Stmt.TestKind.TEST || kind == Stmt.TestKind.GROUP;
    return new Stmt.Test(Span.NONE, kind, named ? expressions.text() : null, block());
  }

  private Block block() {
    return new Block(Span.NONE, some(0, 2, i -> statement()));
  }

  private Pattern pattern() {
    return random.nextInt(3) == 0 ? bracketed() : simplePattern();
  }

  private Pattern simplePattern() {
    return random.nextInt(4) == 0 ? new Pattern.Discard(Span.NONE) : namePattern();
  }

  private Pattern namePattern() {
    return new Pattern.Name(Span.NONE, expressions.name());
  }

  private Pattern bracketed() {
    budget--;
    Pattern rest = orNull(this::simplePattern);
    return random.nextBoolean()
        ? new Pattern.Array(Span.NONE, some(0, 3, i -> pattern()), rest)
        : new Pattern.Dict(Span.NONE, some(0, 3, i -> simplePattern()), rest);
  }

  private Identifier name() {
    return new Identifier(Span.NONE, expressions.name());
  }

  private <T> T orNull(Supplier<T> maker) {
    return random.nextInt(3) == 0 ? null : maker.get();
  }

  private <T> List<T> some(int least, int most, IntFunction<T> maker) {
    return RandomExpressions.some(random, least, budget > 0 ? most : least, maker);
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }
}
