package ruff.value;

/** The text of values as {@code print} shows it. */
public final class Display {
  private static final Writer WRITER = new Writer();

  private Display() {}

  public static String text(Object value) {
    if (value instanceof CharSequence string) {
      return string.toString();
    }
    if (value instanceof Long number) {
      return Ints.text(number);
    }
    return value instanceof Double number ? FloatText.of(number) : WRITER.text(value);
  }

  public static void append(StringBuilder out, Object value) {
    if (value instanceof String string) {
      out.append(string);
    } else if (value instanceof Long number) {
      out.append(number.longValue());
    } else {
      WRITER.append(out, value);
    }
  }

  private static final class Writer extends NestedText {
    @Override
    Level open(StringBuilder out, Object value) {
      if (value instanceof Container container) {
        return openContainer(out, container);
      }
      if (value instanceof WrapValue wrap) {
        out.append(wrap.kind().word());
        return wrap.value() == null ? null : openPayload(out, wrap.value());
      }
      if (value instanceof TaggedValue tagged) {
        out.append(tagged.enumName()).append("::").append(tagged.variant());
        return tagged.payload().length == 0 ? null : openPayload(out, tagged.payload());
      }
      appendScalar(out, value);
      return null;
    }

    private static Level openContainer(StringBuilder out, Container value) {
      if (value instanceof ArrayValue array) {
        return openArray(out, array);
      }
      if (value instanceof DictValue dict) {
        out.append('{');
        return entries(dict, "\"", "}");
      }
      if (value instanceof StructValue struct) {
        out.append(struct.definition().name()).append(" { ");
        return fields(struct, " }");
      }
      if (value instanceof SetValue set) {
        out.append("Set{");
        return new Level(set.toObjects(), ", ", "}");
      }
      if (value instanceof QueueValue queue) {
        out.append("Queue[");
        return new Level(queue.toObjects(), ", ", "]");
      }
      return openArray(out.append("Stack"), ((StackValue) value).items());
    }

    private static Level openPayload(StringBuilder out, Object... payload) {
      out.append('(');
      return new Level(payload, ",", ")");
    }

    private static Level openArray(StringBuilder out, ArrayValue array) {
      out.append('[');
      if (array.data instanceof Object[]) {
        return new Level(array.toObjects(), ", ", "]");
      }
      for (int i = 0; i < array.size; i++) {
        appendScalar(i == 0 ? out : out.append(", "), array.get(i));
      }
      out.append(']');
      return null;
    }
  }

  private static void appendScalar(StringBuilder out, Object value) {
    if (value instanceof CharSequence string) {
      out.append(string.toString());
    } else if (value instanceof Long number) {
      out.append(number.longValue());
    } else if (value instanceof Double number) {
      FloatText.append(out, number);
    } else if (value instanceof Boolean truth) {
      out.append(truth.booleanValue());
    } else {
      out.append(other(value));
    }
  }

  private static String other(Object value) {
    if (value instanceof Callable callable) {
      return (callable.isNative() ? "<native function: " : "<function: ") + callable.name() + ">";
    }
    if (value instanceof HandleValue handle) {
      return handle.display();
    }
    if (value instanceof StructDefinition definition) {
      return "<struct: " + definition.name() + ">";
    }
    return value instanceof BytesValue bytes ? "<bytes " + bytes.length() + ">" : value.toString();
  }
}
