package ruff.value;

/** The texts of values that show their kind, as messages and {@code debug} use them. */
public final class DebugForm {
  private static final Writer MESSAGE = new Message();
  private static final Writer ASSERTION = new Assertion();
  private static final Writer DEBUG = new Debug();

  private DebugForm() {}

  /** The form in messages: {@code Int(1)}, {@code Str("a")}, {@code Array[2]}. */
  public static String value(Object value) {
    return MESSAGE.text(value);
  }

  /** The form in messages of assertions: like {@link #value}, but with what is in collections. */
  public static String assertion(Object value) {
    return ASSERTION.text(value);
  }

  /** The form that {@code debug} prints: {@code String("a")}, {@code Dict{a: Int(1)}}. */
  public static String debug(Object value) {
    return DEBUG.text(value);
  }

  /** What the three forms have in common. */
  private abstract static class Writer extends NestedText {
    abstract void appendString(StringBuilder out, String text);

    abstract Level openCollection(StringBuilder out, Container value);

    @Override
    final Level open(StringBuilder out, Object value) {
      if (value instanceof WrapValue wrap) {
        out.append(wrap.kind().word());
        if (wrap.value() == null) {
          return null;
        }
        out.append('(');
        return new Level(new Object[] {wrap.value()}, "", ")");
      }
      if (value instanceof StructValue struct) {
        out.append("Struct(").append(struct.definition().name()).append(')');
        return null;
      }
      if (value instanceof Container container) {
        return openCollection(out, container);
      }
      if (value instanceof CharSequence text) {
        appendString(out, text.toString());
      } else {
        appendScalar(out, value);
      }
      return null;
    }
  }

  private static final class Message extends Writer {
    @Override
    void appendString(StringBuilder out, String text) {
      appendEscaped(out, text);
    }

    @Override
    Level openCollection(StringBuilder out, Container value) {
      if (value instanceof ArrayValue array) {
        out.append("Array[").append(array.size).append(']');
      } else if (value instanceof DictValue dict) {
        out.append("Dict{").append(dict.size()).append(" keys}");
      } else if (value instanceof SetValue set) {
        out.append("Set{").append(set.size()).append(" items}");
      } else if (value instanceof QueueValue queue) {
        out.append("Queue(").append(queue.size()).append(" items)");
      } else {
        out.append("Stack(").append(((StackValue) value).size()).append(" items)");
      }
      return null;
    }
  }

  private static final class Assertion extends Writer {
    @Override
    void appendString(StringBuilder out, String text) {
      appendEscaped(out, text);
    }

    @Override
    Level openCollection(StringBuilder out, Container value) {
      return openContents(out, value);
    }
  }

  private static final class Debug extends Writer {
    @Override
    void appendString(StringBuilder out, String text) {
      out.append("String(\"").append(text).append("\")");
    }

    @Override
    Level openCollection(StringBuilder out, Container value) {
      return openContents(out, value);
    }
  }

  private static NestedText.Level openContents(StringBuilder out, Container value) {
    if (value instanceof DictValue dict) {
      out.append("Dict{");
      return NestedText.entries(dict, "", "}");
    }
    if (value instanceof SetValue set) {
      out.append("Set{");
      return new NestedText.Level(set.toObjects(), ", ", "}");
    }
    if (value instanceof QueueValue queue) {
      out.append("Queue[");
      return new NestedText.Level(queue.toObjects(), ", ", "]");
    }
    if (value instanceof StackValue stack) {
      out.append("Stack[");
      return new NestedText.Level(stack.items().toObjects(), ", ", "]");
    }
    out.append("Array[");
    return new NestedText.Level(((ArrayValue) value).toObjects(), ", ", "]");
  }

  private static void appendScalar(StringBuilder out, Object value) {
    String kind = kind(value);
    if (kind != null) {
      Display.append(out.append(kind).append('('), value);
      out.append(')');
    } else if (value == NullValue.NULL) {
      out.append("Null");
    } else if (value instanceof Callable callable) {
      out.append(callable.isNative() ? "NativeFunction(" : "Function(");
      out.append(callable.name()).append(')');
    } else if (value instanceof BytesValue bytes) {
      out.append("Bytes(").append(bytes.length()).append(" bytes)");
    } else if (value instanceof HandleValue handle && handle.typeName().equals("channel")) {
      out.append("Channel");
    } else {
      Display.append(out, value);
    }
  }

  private static String kind(Object value) {
    if (value instanceof Long) {
      return "Int";
    }
    if (value instanceof Double) {
      return "Float";
    }
    return value instanceof Boolean ? "Bool" : null;
  }

  private static void appendEscaped(StringBuilder out, String text) {
    out.append("Str(\"");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(unit);
      }
    }
    out.append("\")");
  }
}
