package ruff.value;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import ruff.ast.Expr.WrapKind;

/** Random values of every kind, for the laws that hold for all of them. */
final class Samples {
  static final HandleValue HANDLE =
      new HandleValue() {
        @Override
        public String typeName() {
          return "channel";
        }

        @Override
        public String display() {
          return "<channel>";
        }
      };

  private Samples() {}

  static Callable function(String name, boolean isNative) {
    return new Callable() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean isNative() {
        return isNative;
      }
    };
  }

  static final StructDefinition POINT = new StructDefinition("Point", Map.of());

  static StructValue struct(StructDefinition definition, Object... namesAndValues) {
    StructValue struct = new StructValue(definition.root(), new Object[0]);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      struct.set((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return struct;
  }

  static DictValue dict(Object... keysAndValues) {
    DictValue dict = new DictValue();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      dict.putKey(keysAndValues[i], keysAndValues[i + 1]);
    }
    return dict;
  }

  static Arbitrary<Object> values() {
    return Arbitraries.recursive(Samples::scalars, Samples::wrapped, 0, 3);
  }

  static Arbitrary<Object> scalars() {
    return Arbitraries.of(
        1L,
        1.0,
        2L,
        0L,
        0.0,
        -0.0,
        2.5,
        Double.POSITIVE_INFINITY,
        true,
        false,
        "1",
        "a",
        "",
        NullValue.NULL,
        WrapValue.NONE,
        Long.MAX_VALUE,
        (double) Long.MAX_VALUE,
        HANDLE,
        TextBuffer.joining("", "a"),
        new BytesValue(new byte[] {1, 2}),
        POINT);
  }

  private static Arbitrary<Object> wrapped(Arbitrary<Object> parts) {
    Arbitrary<List<Object>> rows = parts.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        rows.map(row -> ArrayValue.of(row.toArray())),
        rows.map(row -> ArrayValue.ofObjects(row.toArray(), row.size())),
        rows.map(Samples::dictOf),
        rows.map(row -> SetValue.of(ArrayValue.of(row.toArray()))),
        rows.map(row -> QueueValue.of(ArrayValue.of(row.toArray()))),
        rows.map(row -> StackValue.of(ArrayValue.of(row.toArray()))),
        rows.map(row -> new TaggedValue("Shape", "Circle", row.toArray())),
        rows.map(Samples::structOf),
        parts.map(part -> new WrapValue(WrapKind.OK, part)),
        parts.map(part -> new WrapValue(WrapKind.SOME, part)));
  }

  private static Object dictOf(List<Object> row) {
    DictValue dict = new DictValue();
    for (int i = 0; i < row.size(); i++) {
      dict.putKey(row.get(0) instanceof Long ? (Object) (long) i : Integer.toString(i), row.get(i));
    }
    return dict;
  }

  private static Object structOf(List<Object> row) {
    StructValue struct = struct(POINT);
    for (int i = 0; i < row.size(); i++) {
      struct.set(row.get(0) instanceof Long ? "f" + i : "f" + (row.size() - 1 - i), row.get(i));
    }
    return struct;
  }
}
