package ruff.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;

/**
 * Writes expressions, with parentheses wherever the tree has none but the grammar needs them.
 *
 * <p>Chains that lean to the left, which may be very long, are written in loops.
 */
final class ExpressionPrinter {
  private final SourceWriter out;
  private final Consumer<FunctionNode> functions;

  /** Whether the expression stands in front of the brace of a block. */
  private boolean header;

  ExpressionPrinter(SourceWriter out, Consumer<FunctionNode> functions) {
    this.out = out;
    this.functions = functions;
  }

  void print(Expr expression) {
    boolean outer = header;
    header = false;
    print(expression, Precedence.YIELD);
    header = outer;
  }

  /** Writes an expression that a block follows. */
  void printHeader(Expr expression) {
    boolean outer = header;
    header = true;
    print(expression, Precedence.PIPE);
    header = outer;
  }

  private void print(Expr expression, Precedence least) {
    boolean loose = Precedence.of(expression).compareTo(least) < 0;
    if (loose || isMistakenForBlock(expression)) {
      out.write("(");
      print(expression);
      out.write(")");
    } else {
      bare(expression);
    }
  }

  private boolean isMistakenForBlock(Expr expression) {
    return header && expression instanceof Expr.StructLiteral literal && literal.fields().isEmpty();
  }

  private void bare(Expr expression) {
    switch (expression) {
      case Expr.IntLiteral literal -> out.write(LiteralText.of(literal.value()));
      case Expr.FloatLiteral literal -> out.write(LiteralText.of(literal.value()));
      case Expr.StringLiteral literal -> out.write(LiteralText.quoted(literal.value()));
      case Expr.BoolLiteral literal -> out.write(literal.value() ? "true" : "false");
      case Expr.NullLiteral literal -> out.write("null");
      case Expr.Interpolation string -> interpolation(string);
      case Expr.Name name -> out.write(name.name());
      case Expr.Group group -> inBrackets("(", List.of(group.inner()), ")");
      case Expr.Spread spread -> {
        out.write("...");
        print(spread.operand());
      }
      case Expr.ArrayLiteral array -> inBrackets("[", array.elements(), "]");
      case Expr.DictLiteral dict -> dict(dict);
      case Expr.StructLiteral struct -> struct(struct);
      case Expr.Unary unary -> prefixed(unary.op().symbol(), unary.operand());
      case Expr.Await await -> prefixed("await ", await.operand());
      case Expr.Yield yield -> yielding(yield);
      case Expr.Throw thrown -> inBrackets("throw(", thrown.arguments(), ")");
      case Expr.Wrap wrap -> wrap(wrap);
      case Expr.EnumValue value -> enumValue(value);
      case Expr.Function function -> functions.accept(function.function());
      case Expr.Missing missing -> out.write("/* missing */");
      case Expr.Binary binary -> chain(binary);
      case Expr.Logical logical -> chain(logical);
      case Expr.Pipe pipe -> chain(pipe);
      case Expr.Call call -> path(call);
      case Expr.Index index -> path(index);
      case Expr.Field field -> path(field);
      case Expr.Propagate propagate -> path(propagate);
    }
  }

  private void prefixed(String sign, Expr operand) {
    out.write(sign);
    print(operand, Precedence.UNARY);
  }

  private void yielding(Expr.Yield yield) {
    out.write("yield");
    if (yield.operand() != null) {
      out.write(" ");
      print(yield.operand(), Precedence.YIELD);
    }
  }

  /** Writes a tree of binary operators from its leftmost operand on. */
  private void chain(Expr whole) {
    Deque<Infix.Parts> spine = new ArrayDeque<>();
    Expr leftmost = whole;
    Precedence least = Precedence.of(whole);
    Infix.Parts parts = Infix.parts(leftmost);
    while (parts != null && Precedence.of(leftmost).compareTo(least) >= 0) {
      least = Precedence.of(leftmost);
      spine.push(parts);
      leftmost = parts.left();
      parts = Infix.parts(leftmost);
    }
    print(leftmost, least);
    for (Infix.Parts next : spine) {
      out.write(" " + next.symbol() + " ");
      print(next.right(), next.precedence().tighter());
    }
  }

  /** Writes calls, indexes and fields from the value they start at on. */
  private void path(Expr whole) {
    Deque<Expr> steps = new ArrayDeque<>();
    Expr start = whole;
    while (Precedence.of(start) == Precedence.POSTFIX && !needsParentheses(steps.peek(), start)) {
      steps.push(start);
      start = origin(start);
    }
    if (needsParentheses(steps.peek(), start)) {
      inBrackets("(", List.of(start), ")");
    } else {
      print(start, Precedence.POSTFIX);
    }
    steps.forEach(this::step);
  }

  private static Expr origin(Expr step) {
    return switch (step) {
      case Expr.Call call -> call.callee();
      case Expr.Index index -> index.object();
      case Expr.Field field -> field.object();
      case Expr.Propagate propagate -> propagate.operand();
      default -> throw new IllegalArgumentException("not a postfix: " + step);
    };
  }

  /** Where the signs of two steps would melt into one, or arguments into a payload. */
  private static boolean needsParentheses(Expr step, Expr origin) {
    return switch (step) {
      case Expr.Field field -> origin instanceof Expr.Propagate;
      case Expr.Propagate propagate -> origin instanceof Expr.Propagate;
      case Expr.Call call ->
          switch (origin) {
            case Expr.EnumValue value -> value.arguments().isEmpty();
            case Expr.Wrap wrap -> wrap.qualified() && wrap.arguments().isEmpty();
            default -> false;
          };
      case null, default -> false;
    };
  }

  private void step(Expr step) {
    switch (step) {
      case Expr.Call call -> inBrackets("(", call.arguments(), ")");
      case Expr.Index index -> inBrackets("[", List.of(index.index()), "]");
      case Expr.Field field -> out.write(field.optional() ? "?." : ".").write(field.name().name());
      default -> out.write("?");
    }
  }

  private void interpolation(Expr.Interpolation string) {
    out.write("\"");
    StringBuilder text = new StringBuilder();
    for (Expr part : string.parts()) {
      if (part instanceof Expr.StringLiteral literal) {
        text.append(literal.value());
      } else {
        flush(text);
        inBrackets("${", List.of(part), "}");
      }
    }
    flush(text);
    out.write("\"");
  }

  private void flush(StringBuilder text) {
    out.write(LiteralText.escaped(text.toString()));
    text.setLength(0);
  }

  private void dict(Expr.DictLiteral dict) {
    out.write("{");
    String separator = "";
    for (Expr.DictEntry entry : dict.entries()) {
      out.write(separator);
      if (entry.isSpread()) {
        out.write("...");
      } else {
        print(entry.key());
        out.write(": ");
      }
      print(entry.value());
      separator = ", ";
    }
    out.write("}");
  }

  private void struct(Expr.StructLiteral struct) {
    out.write(struct.name().name()).write(" {");
    String separator = " ";
    for (Expr.FieldInit field : struct.fields()) {
      out.write(separator).write(field.name().name()).write(": ");
      print(field.value());
      separator = ", ";
    }
    out.write(struct.fields().isEmpty() ? "}" : " }");
  }

  private void wrap(Expr.Wrap wrap) {
    out.write(wrap.qualified() ? wrap.kind().family() + "::" : "").write(wrap.kind().word());
    if (wrap.kind() != Expr.WrapKind.NONE || !wrap.arguments().isEmpty()) {
      inBrackets("(", wrap.arguments(), ")");
    }
  }

  private void enumValue(Expr.EnumValue value) {
    out.write(value.enumName().name()).write("::").write(value.variant().name());
    if (!value.arguments().isEmpty()) {
      inBrackets("(", value.arguments(), ")");
    }
  }

  private void inBrackets(String open, List<Expr> expressions, String close) {
    out.write(open);
    for (Iterator<Expr> i = expressions.iterator(); i.hasNext(); ) {
      print(i.next());
      out.write(i.hasNext() ? ", " : "");
    }
    out.write(close);
  }
}
