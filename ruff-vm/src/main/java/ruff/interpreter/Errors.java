package ruff.interpreter;

import ruff.value.Display;
import ruff.value.RuffError;
import ruff.value.Text;
import ruff.value.TypeName;

/** The errors that the language itself raises, each with its fixed text. */
final class Errors {
  static final String NOT_CALLABLE =
      "Cannot call non-function; the value being called is not callable. Pass a function, closure,"
          + " or imported callable value instead.";

  private Errors() {}

  static RuffError undefined(String name) {
    return new RuffError("Undefined variable: " + name);
  }

  static RuffError overflow(long left, String op, long right) {
    return new RuffError("Integer overflow: " + left + " " + op + " " + right);
  }

  static RuffError binary(Object left, String op, Object right) {
    return new RuffError(
        "Invalid binary operation: "
            + TypeName.ofOperand(left)
            + " "
            + op
            + " "
            + TypeName.ofOperand(right));
  }

  static RuffError unary(String op, Object operand) {
    return new RuffError("Invalid unary operation: " + op + " " + TypeName.ofOperand(operand));
  }

  static RuffError outOfBounds(long index) {
    return new RuffError("Index out of bounds: " + index);
  }

  static RuffError missingKey(Object key) {
    String shown = Text.isText(key) ? '"' + Text.of(key) + '"' : Display.text(key);
    return new RuffError("Missing map key: " + shown);
  }

  static RuffError noField(String name) {
    return new RuffError("Field not found: " + name);
  }

  static RuffError notAStruct(String name) {
    return new RuffError("Cannot access field or method '" + name + "' on non-struct value");
  }

  static RuffError arity(FunctionValue callee, int given) {
    return new RuffError(callee.name() + " expects " + callee.arity() + " arguments, got " + given);
  }

  static RuffError depth(int depth, String callee) {
    return new RuffError(
        "Maximum VM call stack depth of " + depth + " exceeded while calling " + callee);
  }

  static RuffError nesting(String building) {
    return new RuffError(
        "Maximum data nesting depth of "
            + Construction.MAX_NESTING
            + " exceeded while building "
            + building);
  }
}
