package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayValueTest {
  @Test
  void anEmptyArrayTakesTheStorageOfItsFirstElement() {
    ArrayValue ints = new ArrayValue();
    ints.add(1L);
    ArrayValue floats = new ArrayValue();
    floats.add(1.5);
    ArrayValue bools = new ArrayValue();
    bools.add(true);
    ArrayValue others = new ArrayValue();
    others.add("a");
    assertThat(ints.data).isInstanceOf(long[].class);
    assertThat(floats.data).isInstanceOf(double[].class);
    assertThat(bools.data).isInstanceOf(boolean[].class);
    assertThat(others.data).isInstanceOf(Object[].class);
  }

  @Test
  void anArrayThatBecameEmptyTakesTheStorageOfItsNextElement() {
    ArrayValue array = ArrayValue.of(1L);
    array.removeLast();
    array.add(2.5);
    assertThat(array.isFloats()).isTrue();
    array.removeLast();
    array.add("a");
    array.removeLast();
    array.add(3L);
    assertThat(array.isInts()).isTrue();
    assertThat(array.get(0)).isEqualTo(3L);
  }

  @Test
  void aValueOfAnotherKindMakesTheStorageGeneral() {
    ArrayValue array = ArrayValue.of(1L, 2L);
    array.set(1, "b");
    array.add(2.5);
    assertThat(array.toObjects()).containsExactly(1L, "b", 2.5);
  }

  @Test
  void unboxedWritesFallBackToBoxes() {
    ArrayValue array = ArrayValue.of("a");
    array.addInt(7);
    array.addFloat(1.5);
    array.setInt(0, 40000);
    array.setFloat(1, 2.5);
    assertThat(array.toObjects()).containsExactly(40000L, 2.5, 1.5);
  }

  @Test
  void aCopySharesTheContainersInside() {
    ArrayValue inner = ArrayValue.of(1L);
    ArrayValue outer = ArrayValue.of(inner, "a");
    assertThat(inner.shared).isFalse();
    ArrayValue copy = outer.copy();
    assertThat(copy.shared).isFalse();
    assertThat(inner.shared).isTrue();
    assertThat(copy.get(0)).isSameAs(inner);
  }

  @Test
  void slicesAndConcatenationsShareTheContainersInside() {
    ArrayValue first = ArrayValue.of(1L);
    ArrayValue second = ArrayValue.of(2L);
    ArrayValue third = ArrayValue.of(3L);
    ArrayValue.of(first, second).slice(1, 2);
    ArrayValue.of(first).concat(ArrayValue.of(third));
    assertThat(first.shared).isTrue();
    assertThat(second.shared).isTrue();
    assertThat(third.shared).isTrue();
  }

  @Test
  void removedElementsAreNotHeldBack() {
    ArrayValue array = ArrayValue.of("a", "b", "c");
    array.removeLast();
    array.removeAt(0);
    assertThat((Object[]) array.data).containsExactly("b", null, null);
  }

  @Test
  void literalsKnowHowDeepTheyAre() {
    ArrayValue flat = ArrayValue.of(1L, 2L);
    ArrayValue deep = ArrayValue.of(1L, new WrapValue(ruff.ast.Expr.WrapKind.SOME, flat));
    assertThat(flat.nesting).isEqualTo(1);
    assertThat(deep.nesting).isEqualTo(3);
    assertThat(Nesting.of(new WrapValue(ruff.ast.Expr.WrapKind.OK, deep))).isEqualTo(4);
    assertThat(Nesting.of("text")).isZero();
  }

  @Test
  void appendingTakesAmortisedConstantTime() {
    ArrayValue array = new ArrayValue();
    int changes = 0;
    Object storage = array.data;
    for (long i = 0; i < 1_000_000; i++) {
      array.add(i);
      if (array.data != storage) {
        storage = array.data;
        changes++;
      }
    }
    assertThat(changes).isLessThan(30);
    assertThat(array.get(999_999)).isEqualTo(999_999L);
  }

  @Test
  void anythingCanBeStoredInAnArrayMadeOfStrings() {
    ArrayValue array = ArrayValue.ofObjects(new String[] {"b", "a"}, 2);
    array.set(0, 1L);
    ArrayValue sorted = Ordering.sort(ArrayValue.of("b", "a"));
    sorted.set(0, 1L);
    assertThat(array.toObjects()).containsExactly(1L, "a");
    assertThat(sorted.toObjects()).containsExactly(1L, "b");
  }

  @Test
  void storageIsCutOnceForEachDoublingOfTheSize() {
    ArrayValue array = new ArrayValue();
    int cuts = 0;
    for (long i = 0; i < 1000; i++) {
      array.add(i);
      Object before = array.data;
      boolean isCut = array.cutStorage();
      assertThat(isCut).isEqualTo(((long[]) array.data).length == array.size);
      cuts += before == array.data ? 0 : 1;
    }
    assertThat(cuts).isBetween(5, 10);
    assertThat(array.size).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(array.get(i)).isEqualTo((long) i);
    }
  }
}
