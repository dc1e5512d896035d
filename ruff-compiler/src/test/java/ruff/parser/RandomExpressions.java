package ruff.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import ruff.ast.Block;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Identifier;
import ruff.ast.Precedence;
import ruff.ast.TypeExpr;
import ruff.source.Span;

/** The expressions of {@link RandomTrees}. */
final class RandomExpressions {
  private static final List<String> NAMES =
      List.of("a", "b", "total", "_x", "na\u00efve", "as", "Point", "Color", "range", "i2");
  private static final List<String> FIELDS = List.of("x", "from", "default", "Ok", "in", "length");
  private static final List<String> TEXTS =
      List.of("", "plain", "$", "${", "a\"b", "\\", "\n\t\r", "\u00e9\ud83d\ude00", "}", "# //");

  private final Random random;
  private final Supplier<Block> blocks;
  private int budget;

  RandomExpressions(Random random, int budget, Supplier<Block> blocks) {
    this.random = random;
    this.budget = budget;
    this.blocks = blocks;
  }

  static <T> List<T> some(Random random, int least, int most, IntFunction<T> maker) {
    int count = least + random.nextInt(most - least + 1);
    List<T> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(maker.apply(i));
    }
    return made;
  }

  String name() {
    return pick(NAMES);
  }

  String text() {
    return pick(TEXTS);
  }

  /** An expression that may stand in front of a block. */
  Expr header() {
    Expr expression = expression();
    boolean emptyStruct =
        expression instanceof Expr.StructLiteral struct && struct.fields().isEmpty();
    boolean yields = expression instanceof Expr.Yield;
    return emptyStruct || yields ? group(expression) : expression;
  }

  Expr target() {
    Expr target = nameExpression();
    if (random.nextInt(6) == 0) {
      target = new Expr.Call(Span.NONE, target, arguments());
      target = field(target, false);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      target =
          random.nextBoolean()
              ? field(target, false)
              : new Expr.Index(Span.NONE, target, expression());
    }
    return target;
  }

  Expr caseLiteral() {
    return switch (random.nextInt(6)) {
      case 0 -> new Expr.NullLiteral(Span.NONE);
      case 1 -> new Expr.BoolLiteral(Span.NONE, random.nextBoolean());
      case 2 -> new Expr.StringLiteral(Span.NONE, text());
      case 3 -> new Expr.Unary(Span.NONE, Expr.UnaryOp.NEGATE, number());
      default -> number();
    };
  }

  Expr expression() {
    budget--;
    if (budget <= 0 || random.nextInt(3) == 0) {
      return leaf();
    }
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> binary();
      case 3 -> logical();
      case 4 -> new Expr.Pipe(Span.NONE, operand(Precedence.PIPE), operand(Precedence.COALESCE));
      case 5 -> new Expr.Unary(Span.NONE, pick(Expr.UnaryOp.values()), operand(Precedence.UNARY));
      case 6 -> new Expr.Await(Span.NONE, operand(Precedence.UNARY));
      case 7 -> new Expr.Yield(Span.NONE, random.nextBoolean() ? null : expression());
      case 8, 9 -> call();
      case 10 -> new Expr.Index(Span.NONE, operand(Precedence.POSTFIX), expression());
      case 11 -> field(withoutPropagation(operand(Precedence.POSTFIX)), random.nextBoolean());
      case 12 -> new Expr.Propagate(Span.NONE, withoutPropagation(operand(Precedence.POSTFIX)));
      case 13 -> array();
      case 14 -> dict();
      case 15 -> struct();
      case 16 -> interpolation();
      case 17 -> new Expr.Throw(Span.NONE, arguments());
      case 18 -> wrap();
      case 19 -> enumValue();
      case 20 -> new Expr.Function(Span.NONE, function(null));
      case 21 -> group(expression());
      default -> leaf();
    };
  }

  private Expr leaf() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> number();
      case 2 -> new Expr.StringLiteral(Span.NONE, text());
      case 3 -> new Expr.BoolLiteral(Span.NONE, random.nextBoolean());
      case 4 -> new Expr.NullLiteral(Span.NONE);
      default -> nameExpression();
    };
  }

  private Expr number() {
    return switch (random.nextInt(5)) {
      case 0 -> new Expr.FloatLiteral(Span.NONE, Math.scalb(random.nextDouble(), spread()));
      case 1 -> new Expr.FloatLiteral(Span.NONE, random.nextInt(100));
      case 2 -> new Expr.IntLiteral(Span.NONE, random.nextLong() & Long.MAX_VALUE);
      default -> new Expr.IntLiteral(Span.NONE, random.nextInt(10));
    };
  }

  private int spread() {
    int reach = random.nextInt(8) == 0 ? 1000 : 20;
    return random.nextInt(2 * reach) - reach;
  }

  private Expr nameExpression() {
    return new Expr.Name(Span.NONE, random.nextInt(8) == 0 ? "self" : name());
  }

  private Expr binary() {
    Expr.BinaryOp op = pick(Expr.BinaryOp.values());
    Precedence precedence = Precedence.of(op);
    return new Expr.Binary(
        Span.NONE, op, Span.NONE, operand(precedence), operand(precedence.tighter()));
  }

  private Expr logical() {
    Expr.LogicalOp op = pick(Expr.LogicalOp.values());
    Precedence precedence = Precedence.of(op);
    return new Expr.Logical(Span.NONE, op, operand(precedence), operand(precedence.tighter()));
  }

  /** An expression, in parentheses if it holds together less than it must here. */
  private Expr operand(Precedence least) {
    Expr expression = expression();
    // In the header of a statement the braces of an empty struct would be taken for the block.
    boolean emptyStruct =
        expression instanceof Expr.StructLiteral struct && struct.fields().isEmpty();
    boolean loose = Precedence.of(expression).compareTo(least) < 0;
    return loose || emptyStruct ? group(expression) : expression;
  }

  private Expr call() {
    Expr callee = operand(Precedence.POSTFIX);
    boolean takesArguments =
        switch (callee) {
          case Expr.EnumValue value -> value.arguments().isEmpty();
          case Expr.Wrap wrap -> wrap.qualified() && wrap.arguments().isEmpty();
          default -> false;
        };
    return new Expr.Call(Span.NONE, takesArguments ? group(callee) : callee, arguments());
  }

  private static Expr withoutPropagation(Expr expression) {
    return expression instanceof Expr.Propagate ? group(expression) : expression;
  }

  private Expr field(Expr object, boolean optional) {
    return new Expr.Field(Span.NONE, object, new Identifier(Span.NONE, pick(FIELDS)), optional);
  }

  private static Expr group(Expr inner) {
    return new Expr.Group(Span.NONE, inner);
  }

  private List<Expr> arguments() {
    return some(0, 3, i -> expression());
  }

  private Expr array() {
    return new Expr.ArrayLiteral(Span.NONE, some(0, 3, i -> element()));
  }

  private Expr element() {
    return random.nextInt(4) == 0 ? new Expr.Spread(Span.NONE, expression()) : expression();
  }

  private Expr dict() {
    return new Expr.DictLiteral(
        Span.NONE,
        some(
            0,
            3,
            i ->
                new Expr.DictEntry(
                    Span.NONE, random.nextInt(4) == 0 ? null : expression(), expression())));
  }

  private Expr struct() {
    return new Expr.StructLiteral(
        Span.NONE,
        identifier(),
        some(0, 3, i -> new Expr.FieldInit(Span.NONE, identifier(), expression())));
  }

  /** Texts and other expressions in turn: two texts side by side would be read as one. */
  private Expr interpolation() {
    List<Expr> parts = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      addText(parts);
      Expr part = expression();
      parts.add(part instanceof Expr.StringLiteral ? group(part) : part);
    }
    addText(parts);
    return new Expr.Interpolation(Span.NONE, parts);
  }

  private void addText(List<Expr> parts) {
    String text = text();
    if (!text.isEmpty()) {
      parts.add(new Expr.StringLiteral(Span.NONE, text));
    }
  }

  private Expr wrap() {
    Expr.WrapKind kind = pick(Expr.WrapKind.values());
    if (random.nextBoolean()) {
      return new Expr.Wrap(Span.NONE, kind, true, arguments());
    }
    List<Expr> value = kind == Expr.WrapKind.NONE ? List.of() : List.of(expression());
    return new Expr.Wrap(Span.NONE, kind, false, value);
  }

  private Expr enumValue() {
    return new Expr.EnumValue(Span.NONE, identifier(), identifier(), arguments());
  }

  /**
   * @param name null for a function value
   */
  FunctionNode function(Identifier name) {
    return new FunctionNode(
        Span.NONE,
        name,
        random.nextInt(4) == 0,
        random.nextInt(4) == 0,
        some(0, 3, i -> parameter()),
        random.nextInt(3) == 0 ? type() : null,
        blocks.get());
  }

  private FunctionNode.Parameter parameter() {
    String name = random.nextInt(5) == 0 ? "self" : name();
    return new FunctionNode.Parameter(
        Span.NONE, new Identifier(Span.NONE, name), random.nextInt(3) == 0 ? type() : null);
  }

  TypeExpr type() {
    budget--;
    return switch (random.nextInt(budget > 0 ? 6 : 2)) {
      case 0 ->
          new TypeExpr.Named(Span.NONE, pick(List.of("int", "float", "string", "bool")), List.of());
      case 1 -> new TypeExpr.Named(Span.NONE, name(), List.of());
      case 2 -> new TypeExpr.Optional(Span.NONE, type());
      case 3 -> new TypeExpr.ArrayOf(Span.NONE, type());
      default -> new TypeExpr.Named(Span.NONE, "Result", some(1, 2, i -> type()));
    };
  }

  private Identifier identifier() {
    return new Identifier(Span.NONE, name());
  }

  private <T> List<T> some(int least, int most, IntFunction<T> maker) {
    return some(random, least, budget > 0 ? most : least, maker);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }
}
