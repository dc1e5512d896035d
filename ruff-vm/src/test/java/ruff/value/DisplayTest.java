package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ruff.ast.Expr.WrapKind;

class DisplayTest {
  @Test
  void scalarsShowThemselves() {
    assertThat(Display.text(42L)).isEqualTo("42");
    assertThat(Display.text(-7000L)).isEqualTo("-7000");
    assertThat(Display.text(2.0)).isEqualTo("2");
    assertThat(Display.text("a b")).isEqualTo("a b");
    assertThat(Display.text(true)).isEqualTo("true");
    assertThat(Display.text(NullValue.NULL)).isEqualTo("null");
    assertThat(Display.text(new BytesValue(new byte[3]))).isEqualTo("<bytes 3>");
    assertThat(Display.text(Samples.HANDLE)).isEqualTo("<channel>");
    assertThat(Display.text(Samples.POINT)).isEqualTo("<struct: Point>");
  }

  @Test
  void arraysOfEveryStorageShowTheirElements() {
    assertThat(Display.text(new ArrayValue())).isEqualTo("[]");
    assertThat(Display.text(ArrayValue.of(1L, -2L))).isEqualTo("[1, -2]");
    assertThat(Display.text(ArrayValue.of(1.0, 2.5))).isEqualTo("[1, 2.5]");
    assertThat(Display.text(ArrayValue.of(true, false))).isEqualTo("[true, false]");
    assertThat(Display.text(ArrayValue.of(1L, "a", ArrayValue.of(2L)))).isEqualTo("[1, a, [2]]");
  }

  @Test
  void dictsShowQuotedKeysInOrder() {
    assertThat(Display.text(new DictValue())).isEqualTo("{}");
    assertThat(Display.text(Samples.dict("b", 1L, "a", ArrayValue.of("x"))))
        .isEqualTo("{\"a\": [x], \"b\": 1}");
    assertThat(Display.text(Samples.dict(10L, 1L, 9L, 2L))).isEqualTo("{\"9\": 2, \"10\": 1}");
  }

  @Test
  void structsShowTheirFieldsByName() {
    assertThat(Display.text(Samples.struct(Samples.POINT, "y", 2L, "x", "a")))
        .isEqualTo("Point { x: a, y: 2 }");
    assertThat(Display.text(Samples.struct(Samples.POINT))).isEqualTo("Point {  }");
  }

  @Test
  void resultsOptionsAndEnumValuesShowTheirPayload() {
    assertThat(Display.text(new WrapValue(WrapKind.OK, ArrayValue.of(1L)))).isEqualTo("Ok([1])");
    assertThat(Display.text(WrapValue.NONE)).isEqualTo("None");
    assertThat(Display.text(tagged("Red"))).isEqualTo("Shape::Red");
    assertThat(Display.text(tagged("Rect", 2L, "b"))).isEqualTo("Shape::Rect(2,b)");
  }

  @Test
  void collectionsShowTheirElementsInOrder() {
    ArrayValue items = ArrayValue.of(2L, 1L);
    assertThat(Display.text(SetValue.of(items))).isEqualTo("Set{2, 1}");
    assertThat(Display.text(QueueValue.of(items))).isEqualTo("Queue[2, 1]");
    assertThat(Display.text(StackValue.of(items))).isEqualTo("Stack[2, 1]");
    assertThat(Display.text(new SetValue())).isEqualTo("Set{}");
  }

  @Test
  void functionsShowTheirName() {
    assertThat(Display.text(Samples.function("len", true))).isEqualTo("<native function: len>");
    assertThat(Display.text(Samples.function("<lambda>", false))).isEqualTo("<function: <lambda>>");
  }

  @Test
  void dataMayBeNestedAsDeepAsItLikes() {
    Object value = "x";
    for (int i = 0; i < 1_000_000; i++) {
      value = i % 2 == 0 ? Samples.dict("k", value) : tagged("T", value);
    }
    assertThat(Display.text(value)).hasSize(1 + 500_000 * 7 + 500_000 * 10);
    assertThat(DebugForm.assertion(value)).startsWith("Shape::T(");
  }

  @Property(tries = 500)
  void appendingGivesTheSameTextAsAsking(@ForAll("values") Object value) {
    StringBuilder out = new StringBuilder("> ");
    Display.append(out, value);
    assertThat(out.toString()).isEqualTo("> " + Display.text(value));
  }

  @Test
  void messagesShowTheKindOfAValue() {
    assertThat(DebugForm.value(1L)).isEqualTo("Int(1)");
    assertThat(DebugForm.value(1.0)).isEqualTo("Float(1)");
    assertThat(DebugForm.value("a\"\\\n\t$")).isEqualTo("Str(\"a\\\"\\\\\\n\\t$\")");
    assertThat(DebugForm.value(true)).isEqualTo("Bool(true)");
    assertThat(DebugForm.value(NullValue.NULL)).isEqualTo("Null");
    assertThat(DebugForm.value(ArrayValue.of(1L, 2L))).isEqualTo("Array[2]");
    assertThat(DebugForm.value(Samples.dict("a", 1L))).isEqualTo("Dict{1 keys}");
    assertThat(DebugForm.value(SetValue.of(ArrayValue.of(1L)))).isEqualTo("Set{1 items}");
    assertThat(DebugForm.value(new QueueValue())).isEqualTo("Queue(0 items)");
    assertThat(DebugForm.value(new StackValue())).isEqualTo("Stack(0 items)");
    assertThat(DebugForm.value(new BytesValue(new byte[3]))).isEqualTo("Bytes(3 bytes)");
    assertThat(DebugForm.value(new WrapValue(WrapKind.ERR, "x"))).isEqualTo("Err(Str(\"x\"))");
    assertThat(DebugForm.value(WrapValue.NONE)).isEqualTo("None");
    assertThat(DebugForm.value(Samples.function("len", true))).isEqualTo("NativeFunction(len)");
    assertThat(DebugForm.value(Samples.function("f", false))).isEqualTo("Function(f)");
    assertThat(DebugForm.value(Samples.struct(Samples.POINT))).isEqualTo("Struct(Point)");
    assertThat(DebugForm.value(Samples.HANDLE)).isEqualTo("Channel");
    assertThat(DebugForm.value(tagged("Red"))).isEqualTo("Shape::Red");
  }

  @Test
  void assertionsShowWhatIsInCollections() {
    DictValue dict = Samples.dict("k", ArrayValue.of(1L, "a\"", NullValue.NULL));
    assertThat(DebugForm.assertion(dict)).isEqualTo("Dict{k: Array[Int(1), Str(\"a\\\"\"), Null]}");
    assertThat(DebugForm.assertion(SetValue.of(ArrayValue.of(1L)))).isEqualTo("Set{Int(1)}");
  }

  @Test
  void debugShowsStringsRaw() {
    DictValue dict = Samples.dict("b", "x\"y", "a", 1L);
    assertThat(DebugForm.debug(dict)).isEqualTo("Dict{a: Int(1), b: String(\"x\"y\")}");
    assertThat(DebugForm.debug(ArrayValue.of(1L, NullValue.NULL))).isEqualTo("Array[Int(1), Null]");
    assertThat(DebugForm.debug(QueueValue.of(ArrayValue.of(1.5)))).isEqualTo("Queue[Float(1.5)]");
    assertThat(DebugForm.debug(StackValue.of(ArrayValue.of(1.5)))).isEqualTo("Stack[Float(1.5)]");
    assertThat(DebugForm.debug(new WrapValue(WrapKind.OK, 1L))).isEqualTo("Ok(Int(1))");
  }

  @Test
  void everyKindHasAName() {
    assertThat(TypeName.of(1L)).isEqualTo("int");
    assertThat(TypeName.of(TextBuffer.joining("a", "b"))).isEqualTo("string");
    assertThat(TypeName.of(NullValue.NULL)).isEqualTo("null");
    assertThat(TypeName.of(WrapValue.NONE)).isEqualTo("option");
    assertThat(TypeName.of(new WrapValue(WrapKind.ERR, 1L))).isEqualTo("result");
    assertThat(TypeName.of(Samples.function("f", false))).isEqualTo("function");
    assertThat(TypeName.of(Samples.HANDLE)).isEqualTo("channel");
    assertThat(TypeName.of(Samples.POINT)).isEqualTo("structdef");
    assertThat(TypeName.of(Samples.struct(Samples.POINT))).isEqualTo("struct");
    assertThat(TypeName.of(tagged("A"))).isEqualTo("tagged");
    assertThat(TypeName.of(new BytesValue(new byte[0]))).isEqualTo("bytes");
    assertThat(TypeName.of(new StackValue())).isEqualTo("stack");
  }

  @Test
  void operatorsNameOnlyTheKindsTheyKnow() {
    Map<Object, String> names =
        Map.of(
            1L,
            "int",
            1.5,
            "float",
            "s",
            "string",
            true,
            "bool",
            new ArrayValue(),
            "array",
            new DictValue(),
            "dict",
            NullValue.NULL,
            "null",
            WrapValue.NONE,
            "value",
            new SetValue(),
            "value",
            Samples.POINT,
            "value");
    names.forEach((value, name) -> assertThat(TypeName.ofOperand(value)).isEqualTo(name));
    assertThat(TypeName.ofOperand(Samples.function("f", true))).isEqualTo("native_function");
    assertThat(TypeName.ofOperand(Samples.function("f", false))).isEqualTo("function");
    assertThat(TypeName.ofOperand(Samples.struct(Samples.POINT))).isEqualTo("struct");
  }

  private static TaggedValue tagged(String variant, Object... payload) {
    return new TaggedValue("Shape", variant, payload);
  }

  @Provide
  Arbitrary<Object> values() {
    return Samples.values();
  }
}
