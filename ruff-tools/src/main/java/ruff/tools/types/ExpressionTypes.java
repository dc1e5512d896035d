package ruff.tools.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ruff.ast.Expr;
import ruff.ast.FunctionNode;
import ruff.ast.Node;

/** Finds out what expressions surely give, and reports what cannot work on the way. */
final class ExpressionTypes {
  private final Knowledge knowledge;
  private final Function<FunctionNode, Type> functions;

  /**
   * @param functions takes note of a function value and answers its type
   */
  ExpressionTypes(Knowledge knowledge, Function<FunctionNode, Type> functions) {
    this.knowledge = knowledge;
    this.functions = functions;
  }

  Type of(Expr e) {
    return switch (e) {
      case Expr.IntLiteral x -> Type.INT;
      case Expr.FloatLiteral x -> Type.FLOAT;
      case Expr.StringLiteral x -> Type.STRING;
      case Expr.BoolLiteral x -> Type.BOOL;
      case Expr.NullLiteral x -> Type.ANY;
      case Expr.Missing x -> Type.ANY;
      case Expr.Interpolation x -> {
        x.parts().forEach(this::of);
        yield Type.STRING;
      }
      case Expr.Name x -> knowledge.of(x);
      case Expr.Group x -> of(x.inner());
      case Expr.Spread x -> of(x.operand());
      case Expr.ArrayLiteral x -> array(x);
      case Expr.DictLiteral x -> dict(x);
      case Expr.StructLiteral x -> {
        x.fields().forEach(field -> of(field.value()));
        yield new Type.Struct(x.name().name());
      }
      case Expr.Unary x -> unary(x);
      case Expr.Binary x -> binary(x, x.op(), of(x.left()), of(x.right()));
      case Expr.Logical x -> logical(x);
      case Expr.Pipe x -> pipe(x);
      case Expr.Call x -> call(x, arguments(x.arguments()));
      case Expr.Index x -> index(x);
      case Expr.Field x -> {
        of(x.object());
        yield Type.ANY;
      }
      case Expr.Propagate x -> propagate(x);
      case Expr.Await x -> {
        of(x.operand());
        yield Type.ANY;
      }
      case Expr.Yield x -> x.operand() == null ? Type.ANY : of(x.operand());
      case Expr.Throw x -> {
        arguments(x.arguments());
        yield Type.ANY;
      }
      case Expr.Wrap x -> wrap(x);
      case Expr.EnumValue x -> {
        arguments(x.arguments());
        yield Type.ANY;
      }
      case Expr.Function x -> functions.apply(x.function());
    };
  }

  private List<Type> arguments(List<Expr> arguments) {
    return arguments.stream().map(this::of).toList();
  }

  private Type array(Expr.ArrayLiteral literal) {
    Type element = null;
    for (Expr part : literal.elements()) {
      Type type = of(part);
      if (part instanceof Expr.Spread spread) {
        if (!(type instanceof Type.Array) && type != Type.ANY) {
          knowledge.report(
              spread.operand(), "Array spread expects Array value, got " + type.shown());
        }
        type = type instanceof Type.Array array ? array.element() : Type.ANY;
      }
      element = Type.common(element, type);
    }
    return new Type.Array(element == null ? Type.ANY : element);
  }

  private Type dict(Expr.DictLiteral literal) {
    Type key = null;
    Type value = null;
    for (Expr.DictEntry entry : literal.entries()) {
      Type type = of(entry.value());
      if (!entry.isSpread()) {
        key = Type.common(key, of(entry.key()));
        value = Type.common(value, type);
      } else if (type instanceof Type.Dict dict) {
        key = Type.common(key, dict.key());
        value = Type.common(value, dict.value());
      } else {
        if (type != Type.ANY) {
          knowledge.report(entry.value(), "Dict spread expects Dict value, got " + type.shown());
        }
        key = Type.ANY;
        value = Type.ANY;
      }
    }
    return new Type.Dict(key == null ? Type.ANY : key, value == null ? Type.ANY : value);
  }

  private Type unary(Expr.Unary e) {
    Type operand = of(e.operand());
    if (e.op() == Expr.UnaryOp.NOT) {
      return operand == Type.BOOL ? Type.BOOL : Type.ANY;
    }
    return operand.isNumber() ? operand : Type.ANY;
  }

  /** The type of an operation; {@code node} is where it stands. */
  Type binary(Node node, Expr.BinaryOp op, Type left, Type right) {
    if (op == Expr.BinaryOp.EQUAL || op == Expr.BinaryOp.NOT_EQUAL) {
      return left instanceof Type.Struct || left == Type.ANY ? Type.ANY : Type.BOOL;
    }
    boolean comparison =
        switch (op) {
          case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> true;
          default -> false;
        };
    if (isOpen(left) || isOpen(right)) {
      return Type.ANY;
    }
    boolean numbers = left.isNumber() && right.isNumber();
    boolean texts = left == Type.STRING && right == Type.STRING;
    if (numbers || texts && (comparison || op == Expr.BinaryOp.ADD)) {
      return comparison ? Type.BOOL : Type.common(left, right);
    }
    String what = comparison ? "Comparison '%s' between" : "Binary operation '%s' with";
    knowledge.report(
        node,
        String.format(
            what + " incompatible types: %s and %s", op.symbol(), left.shown(), right.shown()));
    return comparison ? Type.BOOL : Type.ANY;
  }

  /** Whether an operator may mean anything: operator methods, or nothing known. */
  private static boolean isOpen(Type type) {
    return type == Type.ANY || type instanceof Type.Struct || type instanceof Type.Nullable;
  }

  private Type logical(Expr.Logical e) {
    Type left = of(e.left());
    Type right = of(e.right());
    if (e.op() != Expr.LogicalOp.COALESCE) {
      return Type.BOOL;
    }
    Type present = left instanceof Type.Nullable nullable ? nullable.value() : left;
    return left == Type.ANY ? Type.ANY : Type.common(present, right);
  }

  private Type pipe(Expr.Pipe e) {
    List<Type> arguments = new ArrayList<>();
    arguments.add(of(e.left()));
    if (e.right() instanceof Expr.Call call) {
      arguments.addAll(arguments(call.arguments()));
      return call(call, arguments);
    }
    return e.right() instanceof Expr.Name name ? named(e, name, arguments) : skip(e.right());
  }

  private Type skip(Expr e) {
    of(e);
    return Type.ANY;
  }

  private Type call(Expr.Call call, List<Type> arguments) {
    return call.callee() instanceof Expr.Name name
        ? named(call, name, arguments)
        : skip(call.callee());
  }

  private Type named(Expr call, Expr.Name name, List<Type> arguments) {
    knowledge.checkDefined(name);
    if (!(knowledge.of(name) instanceof Type.Function function)) {
      return knowledge.nativeResult(name);
    }
    int count = function.parameters().size();
    if (arguments.size() != count) {
      knowledge.report(
          name,
          String.format(
              "Function '%s' expects %d-%d arguments but got %d",
              name.name(), count, count, arguments.size()));
    }
    for (int i = 0; i < Math.min(count, arguments.size()); i++) {
      Type wanted = function.parameters().get(i);
      if (!wanted.accepts(arguments.get(i))) {
        knowledge.report(
            name,
            String.format(
                "Function '%s' parameter %d expects %s but got %s",
                name.name(), i + 1, wanted.shown(), arguments.get(i).shown()));
      }
    }
    return function.result();
  }

  private Type index(Expr.Index e) {
    Type object = of(e.object());
    of(e.index());
    return switch (object) {
      case Type.Array array -> array.element();
      case Type.Dict dict -> dict.value();
      default -> object == Type.STRING ? Type.STRING : Type.ANY;
    };
  }

  private Type propagate(Expr.Propagate e) {
    return switch (of(e.operand())) {
      case Type.Result result -> result.value();
      case Type.Option option -> option.value();
      case Type type when type == Type.ANY || type instanceof Type.Nullable -> Type.ANY;
      case Type type -> {
        knowledge.report(e.operand(), "Try operator (?) can only be used on Result values");
        yield Type.ANY;
      }
    };
  }

  private Type wrap(Expr.Wrap e) {
    Type payload = e.arguments().isEmpty() ? Type.ANY : of(e.arguments().getFirst());
    return switch (e.kind()) {
      case OK -> new Type.Result(payload, Type.ANY);
      case ERR -> new Type.Result(Type.ANY, payload);
      case SOME -> new Type.Option(payload);
      case NONE -> new Type.Option(Type.ANY);
    };
  }
}
