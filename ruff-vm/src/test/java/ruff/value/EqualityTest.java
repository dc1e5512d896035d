package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ruff.ast.Expr.WrapKind;

class EqualityTest {
  @Property(tries = 2000)
  void everyValueWithoutNanEqualsItself(@ForAll("values") Object value) {
    assertThat(Equality.equal(value, value)).isTrue();
  }

  @Property(tries = 3000)
  void equalityIsSymmetric(@ForAll("values") Object left, @ForAll("values") Object right) {
    assertThat(Equality.equal(left, right)).isEqualTo(Equality.equal(right, left));
  }

  @Property(tries = 3000)
  void equalValuesHashAlike(@ForAll("values") Object left, @ForAll("values") Object right) {
    if (Equality.equal(left, right)) {
      assertThat(Hashing.of(left)).isEqualTo(Hashing.of(right));
    }
  }

  @Property(tries = 1000)
  void copiesAreEqual(@ForAll("values") Object value) {
    if (value instanceof Container container) {
      assertThat(Equality.equal(container.copy(), container)).isTrue();
      assertThat(Hashing.of(container.copy())).isEqualTo(Hashing.of(container));
      assertThat(Display.text(container.copy())).isEqualTo(Display.text(container));
    }
  }

  @Property(tries = 1000)
  void nothingWithNanInsideEqualsItself(@ForAll("values") Object value) {
    ArrayValue withNan = ArrayValue.of(value, Double.NaN);
    assertThat(Equality.equal(withNan, withNan)).isFalse();
    WrapValue wrapped = new WrapValue(WrapKind.OK, withNan);
    assertThat(Equality.equal(wrapped, wrapped)).isFalse();
    DictValue dict = Samples.dict("k", Double.NaN);
    assertThat(Equality.equal(dict, dict)).isFalse();
  }

  @Test
  void floatsAreEqualWithinTheTolerance() {
    assertThat(Equality.equal(0.1 + 0.2, 0.3)).isTrue();
    assertThat(Equality.equal(1.0, 1.0 + 2.220446049250313e-16)).isFalse();
    assertThat(Equality.equal(1L, 1.0)).isTrue();
    assertThat(Equality.equal(1e-17, 0L)).isTrue();
    assertThat(Equality.equal(Double.NaN, Double.NaN)).isFalse();
    assertThat(Equality.equal(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isTrue();
    assertThat(Equality.equal(Double.POSITIVE_INFINITY, Double.MAX_VALUE)).isFalse();
    assertThat(Equality.equal(-0.0, 0L)).isTrue();
  }

  @Test
  void differentKindsAreDifferent() {
    assertThat(Equality.equal(1L, "1")).isFalse();
    assertThat(Equality.equal(0L, false)).isFalse();
    assertThat(Equality.equal(WrapValue.NONE, NullValue.NULL)).isFalse();
    assertThat(Equality.equal(new WrapValue(WrapKind.OK, 1L), new WrapValue(WrapKind.SOME, 1L)))
        .isFalse();
    assertThat(Equality.equal(new ArrayValue(), new DictValue())).isFalse();
    assertThat(Equality.equal(1.0, ArrayValue.of(1.0))).isFalse();
  }

  @Test
  void arraysAreComparedByContentWhateverTheirStorage() {
    Object[] boxed = {1L, 2L};
    assertThat(Equality.equal(ArrayValue.of(1L, 2L), ArrayValue.ofObjects(boxed, 2))).isTrue();
    assertThat(Equality.equal(ArrayValue.of(1L, 2L), ArrayValue.of(1.0, 2.0))).isTrue();
    assertThat(Equality.equal(ArrayValue.of(1L, 2L), ArrayValue.of(2L, 1L))).isFalse();
    assertThat(Equality.equal(new ArrayValue(), ArrayValue.ofInts(new long[4], 0))).isTrue();
  }

  @Test
  void dictsAreComparedByContentWhateverTheirKeys() {
    assertThat(Equality.equal(Samples.dict(1L, "a", 2L, "b"), Samples.dict("2", "b", "1", "a")))
        .isTrue();
    assertThat(Equality.equal(Samples.dict("a", 1L), Samples.dict("b", 1L))).isFalse();
    assertThat(Equality.equal(Samples.dict("a", 1L), Samples.dict("a", 1L, "b", 2L))).isFalse();
  }

  @Test
  void structsAreComparedByNameAndFieldsInAnyOrder() {
    StructValue point = Samples.struct(Samples.POINT, "x", 1L, "y", 2L);
    StructValue turned = Samples.struct(Samples.POINT, "y", 2L, "x", 1.0);
    StructDefinition other = new StructDefinition("Vector", java.util.Map.of());
    assertThat(Equality.equal(point, turned)).isTrue();
    assertThat(Equality.equal(point, Samples.struct(other, "x", 1L, "y", 2L))).isFalse();
    assertThat(Equality.equal(point, Samples.struct(Samples.POINT, "x", 1L, "z", 2L))).isFalse();
  }

  @Test
  void nativesAreEqualByNameFunctionsOnlyToThemselves() {
    Callable closure = Samples.function("f", false);
    assertThat(Equality.equal(Samples.function("len", true), Samples.function("len", true)))
        .isTrue();
    assertThat(Equality.equal(Samples.function("str", true), Samples.function("to_string", true)))
        .isFalse();
    assertThat(Equality.equal(closure, closure)).isTrue();
    assertThat(Equality.equal(closure, Samples.function("f", false))).isFalse();
    assertThat(Equality.equal(Samples.function("len", true), Samples.function("len", false)))
        .isFalse();
    assertThat(Equality.equal(Samples.HANDLE, Samples.HANDLE)).isTrue();
  }

  @Test
  void setsAreEqualInAnyOrderQueuesAndStacksInTheirs() {
    ArrayValue up = ArrayValue.of(1L, 2L);
    ArrayValue down = ArrayValue.of(2L, 1L);
    assertThat(Equality.equal(SetValue.of(up), SetValue.of(down))).isTrue();
    assertThat(Equality.equal(QueueValue.of(up), QueueValue.of(down))).isFalse();
    assertThat(Equality.equal(StackValue.of(up), StackValue.of(down))).isFalse();
    assertThat(Equality.equal(QueueValue.of(up), StackValue.of(up))).isFalse();
    assertThat(Equality.equal(QueueValue.of(up), QueueValue.of(up))).isTrue();
  }

  @Test
  void dataMayBeNestedAsDeepAsItLikes() {
    Object left = deep(1L);
    assertThat(Equality.equal(left, deep(1L))).isTrue();
    assertThat(Equality.equal(left, deep(2L))).isFalse();
  }

  private static Object deep(Object core) {
    Object value = core;
    for (int i = 0; i < 1_000_000; i++) {
      value =
          switch (i % 4) {
            case 0 -> ArrayValue.of(value);
            case 1 -> Samples.dict("k", value);
            case 2 -> Samples.struct(Samples.POINT, "f", value);
            default -> new WrapValue(WrapKind.SOME, value);
          };
    }
    return value;
  }

  @Provide
  Arbitrary<Object> values() {
    return Samples.values();
  }
}
