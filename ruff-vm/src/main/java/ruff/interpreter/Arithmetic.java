package ruff.interpreter;

import ruff.bytecode.Feedback;
import ruff.bytecode.Prototype;
import ruff.value.BytesValue;
import ruff.value.Ints;
import ruff.value.RuffError;
import ruff.value.StructValue;
import ruff.value.Text;

/**
 * The arithmetic operators for operands that the interpreter does not handle itself: floats, mixed
 * numbers, texts, structs with operator methods, and all that is an error.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Object add(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      code.feedback[pc] |= Feedback.FLOAT;
      return a + b;
    }
    if (Text.isText(left) && Text.isText(right)) {
      code.feedback[pc] |= Feedback.TEXT;
      return Text.concat(left, right);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return Ints.box(addExact(a, b));
    }
    if (left instanceof BytesValue a && right instanceof BytesValue b) {
      return a.concat(b);
    }
    if (!areNumbers(left, right)) {
      return operator(strand, code, pc, "op_add", "+", left, right);
    }
    code.feedback[pc] |= Feedback.MIXED;
    return toDouble(left) + toDouble(right);
  }

  private static long addExact(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw Errors.overflow(left, "+", right);
    }
    return sum;
  }

  static Object addThree(
      Strand strand, Prototype code, int pc, Object first, Object second, Object third) {
    if (Text.isText(first) && Text.isText(second) && Text.isText(third)) {
      code.feedback[pc] |= Feedback.TEXT;
      return Text.concat(first, second, third);
    }
    return add(strand, code, pc, add(strand, code, pc, first, second), third);
  }

  static Object subtract(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      code.feedback[pc] |= Feedback.FLOAT;
      return a - b;
    }
    if (left instanceof Long a && right instanceof Long b) {
      throw Errors.overflow(a, "-", b);
    }
    if (!areNumbers(left, right)) {
      return operator(strand, code, pc, "op_sub", "-", left, right);
    }
    code.feedback[pc] |= Feedback.MIXED;
    return toDouble(left) - toDouble(right);
  }

  static Object multiply(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      code.feedback[pc] |= Feedback.FLOAT;
      return a * b;
    }
    if (left instanceof Long a && right instanceof Long b) {
      return Ints.box(multiplyExact(a, b));
    }
    if (!areNumbers(left, right)) {
      return operator(strand, code, pc, "op_mul", "*", left, right);
    }
    code.feedback[pc] |= Feedback.MIXED;
    return toDouble(left) * toDouble(right);
  }

  private static long multiplyExact(long left, long right) {
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    if ((high != 0 || low < 0) && (high != -1 || low >= 0)) {
      throw Errors.overflow(left, "*", right);
    }
    return low;
  }

  static Object divide(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b && b != 0.0) {
      code.feedback[pc] |= Feedback.FLOAT;
      return a / b;
    }
    if (!areNumbers(left, right)) {
      return operator(strand, code, pc, "op_div", "/", left, right);
    }
    if (isZero(right)) {
      throw new RuffError("Division by zero");
    }
    if (left instanceof Long a && right instanceof Long b) {
      if (a == Long.MIN_VALUE && b == -1) {
        throw Errors.overflow(a, "/", b);
      }
      return Ints.box(a / b);
    }
    code.feedback[pc] |= Feedback.MIXED;
    return toDouble(left) / toDouble(right);
  }

  static Object modulo(Strand strand, Prototype code, int pc, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b && b != 0.0) {
      code.feedback[pc] |= Feedback.FLOAT;
      return a % b;
    }
    if (!areNumbers(left, right)) {
      return operator(strand, code, pc, "op_mod", "%", left, right);
    }
    if (isZero(right)) {
      throw new RuffError("Modulo by zero");
    }
    if (left instanceof Long a && right instanceof Long b) {
      if (a == Long.MIN_VALUE && b == -1) {
        throw Errors.overflow(a, "%", b);
      }
      return Ints.box(a % b);
    }
    code.feedback[pc] |= Feedback.MIXED;
    return toDouble(left) % toDouble(right);
  }

  static Object negate(Strand strand, Object operand) {
    if (operand instanceof Long number) {
      if (number == Long.MIN_VALUE) {
        throw new RuffError("Integer overflow: -(" + number + ")");
      }
      return Ints.box(-number);
    }
    if (operand instanceof Double number) {
      return -number;
    }
    return unary(strand, "op_neg", "-", operand);
  }

  static Object not(Strand strand, Object operand) {
    return operand instanceof Boolean truth ? !truth : unary(strand, "op_not", "!", operand);
  }

  private static Object unary(Strand strand, String method, String op, Object operand) {
    if (operand instanceof StructValue struct
        && struct.definition().method(method) instanceof FunctionValue function) {
      return Operators.call(strand, function, operand);
    }
    throw Errors.unary(op, operand);
  }

  /** Calls the left operand's operator method, if it has one. */
  private static Object operator(
      Strand strand, Prototype code, int pc, String method, String op, Object left, Object right) {
    code.feedback[pc] |= Feedback.OTHER;
    if (left instanceof StructValue struct
        && struct.definition().method(method) instanceof FunctionValue function) {
      return Operators.call(strand, function, left, right);
    }
    throw Errors.binary(left, op, right);
  }

  static boolean areNumbers(Object left, Object right) {
    return (left instanceof Long || left instanceof Double)
        && (right instanceof Long || right instanceof Double);
  }

  private static boolean isZero(Object number) {
    return number instanceof Long n ? n == 0 : (Double) number == 0.0;
  }

  static double toDouble(Object number) {
    return number instanceof Long n ? (double) n : (Double) number;
  }
}
