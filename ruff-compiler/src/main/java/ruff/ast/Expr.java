package ruff.ast;

import java.util.List;
import ruff.source.Span;

/** An expression. Spans of operators' results cover all operands. */
public sealed interface Expr extends Node {
  record IntLiteral(Span span, long value) implements Expr {}

  record FloatLiteral(Span span, double value) implements Expr {}

  /** A string without interpolation, escapes resolved. */
  record StringLiteral(Span span, String value) implements Expr {}

  record BoolLiteral(Span span, boolean value) implements Expr {}

  record NullLiteral(Span span) implements Expr {}

  /** {@code "a${x}b"}: texts are {@link StringLiteral}s, empty ones left out. */
  record Interpolation(Span span, List<Expr> parts) implements Expr {}

  /** A variable; {@code self} too. */
  record Name(Span span, String name) implements Expr {}

  /** {@code (inner)}. */
  record Group(Span span, Expr inner) implements Expr {}

  /** {@code ...operand} as an element of an array literal. */
  record Spread(Span span, Expr operand) implements Expr {}

  /** Elements may be {@link Spread}. */
  record ArrayLiteral(Span span, List<Expr> elements) implements Expr {}

  record DictLiteral(Span span, List<DictEntry> entries) implements Expr {}

  /** {@code key: value}, or {@code ...operand} with a null key. */
  record DictEntry(Span span, Expr key, Expr value) implements Node {
    public boolean isSpread() {
      return key == null;
    }
  }

  record StructLiteral(Span span, Identifier name, List<FieldInit> fields) implements Expr {}

  record FieldInit(Span span, Identifier name, Expr value) implements Node {}

  record Unary(Span span, UnaryOp op, Expr operand) implements Expr {}

  /** Arithmetic and comparison. */
  record Binary(Span span, BinaryOp op, Span opSpan, Expr left, Expr right) implements Expr {}

  /** Short-circuit operators: {@code && || ??}. */
  record Logical(Span span, LogicalOp op, Expr left, Expr right) implements Expr {}

  /** {@code left |> right}. */
  record Pipe(Span span, Expr left, Expr right) implements Expr {}

  /** {@code callee(arguments)}; a method call has a {@link Field} as callee. */
  record Call(Span span, Expr callee, List<Expr> arguments) implements Expr {}

  record Index(Span span, Expr object, Expr index) implements Expr {}

  /** {@code object.name}, or {@code object?.name} when optional. */
  record Field(Span span, Expr object, Identifier name, boolean optional) implements Expr {}

  /** {@code operand?}. */
  record Propagate(Span span, Expr operand) implements Expr {}

  record Await(Span span, Expr operand) implements Expr {}

  /**
   * {@code yield operand}.
   *
   * @param operand null for a bare {@code yield}
   */
  record Yield(Span span, Expr operand) implements Expr {}

  /** {@code throw(arguments)}; other than one argument is a compile error. */
  record Throw(Span span, List<Expr> arguments) implements Expr {}

  /**
   * {@code Ok(x)}, {@code None}, {@code Result::Err(e)}.
   *
   * @param qualified whether written with {@code Result::} or {@code Option::}
   */
  record Wrap(Span span, WrapKind kind, boolean qualified, List<Expr> arguments) implements Expr {}

  /**
   * {@code Color::Red}, {@code Shape::Rect(2, 3)}.
   *
   * @param arguments empty without parentheses
   */
  record EnumValue(Span span, Identifier enumName, Identifier variant, List<Expr> arguments)
      implements Expr {}

  record Function(Span span, FunctionNode function) implements Expr {}

  /** A hole where no expression could be read; a diagnostic says why. */
  record Missing(Span span) implements Expr {}

  enum UnaryOp {
    NEGATE("-"),
    NOT("!");

    private final String symbol;

    UnaryOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  enum BinaryOp {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    GREATER(">"),
    LESS_EQUAL("<="),
    GREATER_EQUAL(">=");

    private final String symbol;

    BinaryOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  enum LogicalOp {
    AND("&&"),
    OR("||"),
    COALESCE("??");

    private final String symbol;

    LogicalOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  enum WrapKind {
    OK("Ok", "Result"),
    ERR("Err", "Result"),
    SOME("Some", "Option"),
    NONE("None", "Option");

    private final String word;
    private final String family;

    WrapKind(String word, String family) {
      this.word = word;
      this.family = family;
    }

    public String word() {
      return word;
    }

    /** {@code Result} or {@code Option}. */
    public String family() {
      return family;
    }
  }
}
