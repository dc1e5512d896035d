package ruff.interpreter;

import ruff.bytecode.Feedback;
import ruff.bytecode.Prototype;
import ruff.value.Equality;
import ruff.value.StructValue;
import ruff.value.Text;

/** The comparison operators for operands that the interpreter does not handle itself. */
final class Comparison {
  /** Which question is asked. */
  enum Order {
    LESS("<", "op_lt"),
    LESS_EQUAL("<=", "op_le"),
    GREATER(">", "op_gt"),
    GREATER_EQUAL(">=", "op_ge");

    private final String symbol;
    private final String method;

    Order(String symbol, String method) {
      this.symbol = symbol;
      this.method = method;
    }

    boolean holds(double left, double right) {
      return switch (this) {
        case LESS -> left < right;
        case LESS_EQUAL -> left <= right;
        case GREATER -> left > right;
        case GREATER_EQUAL -> left >= right;
      };
    }

    boolean holds(long left, long right) {
      return switch (this) {
        case LESS -> left < right;
        case LESS_EQUAL -> left <= right;
        case GREATER -> left > right;
        case GREATER_EQUAL -> left >= right;
      };
    }
  }

  private Comparison() {}

  static Object compare(
      Strand strand, Prototype code, int pc, Order order, Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return order.holds(a.longValue(), b.longValue());
    }
    if (left instanceof Double a && right instanceof Double b) {
      code.feedback[pc] |= Feedback.FLOAT;
      return order.holds(a.doubleValue(), b.doubleValue());
    }
    if (Text.isText(left) && Text.isText(right)) {
      code.feedback[pc] |= Feedback.TEXT;
      return order.holds(Text.compare(left, right), 0L);
    }
    if (Arithmetic.areNumbers(left, right)) {
      code.feedback[pc] |= Feedback.MIXED;
      return order.holds(Arithmetic.toDouble(left), Arithmetic.toDouble(right));
    }
    code.feedback[pc] |= Feedback.OTHER;
    if (left instanceof StructValue struct
        && struct.definition().method(order.method) instanceof FunctionValue function) {
      return Operators.call(strand, function, left, right);
    }
    throw Errors.binary(left, order.symbol, right);
  }

  static Object equal(Strand strand, Prototype code, int pc, Object left, Object right) {
    Object answer = byMethod(strand, "op_eq", left, right);
    if (answer != null) {
      return answer;
    }
    note(code, pc, left, right);
    return Equality.equal(left, right);
  }

  static Object notEqual(Strand strand, Prototype code, int pc, Object left, Object right) {
    Object answer = byMethod(strand, "op_ne", left, right);
    if (answer != null) {
      return answer;
    }
    note(code, pc, left, right);
    return !Equality.equal(left, right);
  }

  private static void note(Prototype code, int pc, Object left, Object right) {
    if (left instanceof String && right instanceof String) {
      code.feedback[pc] |= Feedback.TEXT;
    } else if (left instanceof Double && right instanceof Double) {
      code.feedback[pc] |= Feedback.FLOAT;
    } else {
      code.feedback[pc] |= Feedback.OTHER;
    }
  }

  private static Object byMethod(Strand strand, String method, Object left, Object right) {
    return left instanceof StructValue struct
            && struct.definition().method(method) instanceof FunctionValue function
        ? Operators.call(strand, function, left, right)
        : null;
  }
}
