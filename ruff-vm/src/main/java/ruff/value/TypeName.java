package ruff.value;

import ruff.ast.Expr.WrapKind;

/** The names of kinds of values. */
public final class TypeName {
  private TypeName() {}

  /** The answer of {@code type(value)}. */
  public static String of(Object value) {
    String name = ofScalar(value);
    if (name == null) {
      name = ofContainer(value);
    }
    if (name != null) {
      return name;
    }
    if (value instanceof WrapValue wrap) {
      return isResult(wrap) ? "result" : "option";
    }
    if (value instanceof Callable) {
      return "function";
    }
    if (value instanceof TaggedValue) {
      return "tagged";
    }
    if (value instanceof HandleValue handle) {
      return handle.typeName();
    }
    return value instanceof BytesValue ? "bytes" : "structdef";
  }

  /** The name in messages of operators; {@code value} for all that operators know nothing about. */
  public static String ofOperand(Object value) {
    String name = ofScalar(value);
    if (name != null) {
      return name;
    }
    if (value instanceof Callable callable) {
      return callable.isNative() ? "native_function" : "function";
    }
    if (value instanceof ArrayValue || value instanceof DictValue || value instanceof StructValue) {
      return ofContainer(value);
    }
    return "value";
  }

  private static String ofScalar(Object value) {
    if (value instanceof Long) {
      return "int";
    }
    if (value instanceof Double) {
      return "float";
    }
    if (value instanceof CharSequence) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    return value == NullValue.NULL ? "null" : null;
  }

  private static String ofContainer(Object value) {
    if (value instanceof ArrayValue) {
      return "array";
    }
    if (value instanceof DictValue) {
      return "dict";
    }
    if (value instanceof StructValue) {
      return "struct";
    }
    if (value instanceof SetValue) {
      return "set";
    }
    if (value instanceof QueueValue) {
      return "queue";
    }
    return value instanceof StackValue ? "stack" : null;
  }

  private static boolean isResult(WrapValue wrap) {
    return wrap.kind() == WrapKind.OK || wrap.kind() == WrapKind.ERR;
  }
}
