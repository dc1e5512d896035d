package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderingTest {
  @Property(tries = 5000)
  void theOrderIsTotal(
      @ForAll("sortable") Object a, @ForAll("sortable") Object b, @ForAll("sortable") Object c) {
    int ab = Integer.signum(Ordering.compare(a, b));
    int bc = Integer.signum(Ordering.compare(b, c));
    assertThat(Integer.signum(Ordering.compare(b, a))).isEqualTo(-ab);
    if (ab <= 0 && bc <= 0) {
      assertThat(Integer.signum(Ordering.compare(a, c))).isEqualTo(ab + bc == 0 ? 0 : -1);
    }
  }

  @Property(tries = 500)
  void aSortedArrayAscendsAndKeepsEqualElementsInTheirOrder(@ForAll("rows") List<Object> row) {
    Object[] sorted = Ordering.sort(ArrayValue.of(row.toArray())).toObjects();
    List<Object> expected = row.stream().sorted(Ordering::compare).toList();
    assertThat(sorted).hasSize(row.size());
    for (int i = 0; i < sorted.length; i++) {
      assertThat(Display.text(sorted[i])).isEqualTo(Display.text(expected.get(i)));
    }
  }

  @Property(tries = 500)
  void floatsSortLikeOtherNumbers(@ForAll("floats") List<Double> row) {
    Object[] sorted = Ordering.sort(ArrayValue.of(row.toArray())).toObjects();
    Object[] expected = row.stream().sorted(Ordering::compare).toArray();
    assertThat(sorted).containsExactly(expected);
  }

  @Test
  void kindsComeInAFixedOrder() {
    ArrayValue mixed =
        ArrayValue.of(
            new DictValue(),
            ArrayValue.of(2L),
            "b",
            Double.NaN,
            2L,
            true,
            "a",
            1.5,
            ArrayValue.of(1L, 5L),
            false,
            NullValue.NULL,
            ArrayValue.of(1L));
    assertThat(Display.text(Ordering.sort(mixed)))
        .isEqualTo("[null, false, true, 1.5, 2, NaN, a, b, [1], [1, 5], [2], {}]");
  }

  @Test
  void largeIntsAndFloatsAreComparedExactly() {
    long large = (1L << 53) + 1;
    assertThat(Ordering.compare(large, 0x1p53)).isPositive();
    assertThat(Ordering.compare(0x1p53, large)).isNegative();
    assertThat(Ordering.compare(Long.MAX_VALUE, 0x1p63)).isNegative();
    assertThat(Ordering.compare(Long.MIN_VALUE, -0x1p63)).isZero();
    assertThat(Ordering.compare(Long.MAX_VALUE, Double.POSITIVE_INFINITY)).isNegative();
    assertThat(Ordering.compare(1L, Double.NaN)).isNegative();
  }

  @Test
  void stringsSortByCodePoint() {
    ArrayValue words = ArrayValue.of("\uD83D\uDE00", "\uFFFD", "z", "", "Z");
    assertThat(Ordering.sort(words).toObjects())
        .containsExactly("", "Z", "z", "\uFFFD", "\uD83D\uDE00");
  }

  @Test
  void sortingSharesTheContainersInside() {
    ArrayValue inner = ArrayValue.of(1L);
    Ordering.sort(ArrayValue.of("a", inner));
    assertThat(inner.shared).isTrue();
  }

  @Test
  void deepArraysAreCompared() {
    assertThat(Ordering.compare(deep(1L), deep(2L))).isNegative();
    assertThat(Ordering.compare(deep(1L), deep(1L))).isZero();
  }

  private static Object deep(Object core) {
    Object value = core;
    for (int i = 0; i < 1_000_000; i++) {
      value = ArrayValue.of("same", value);
    }
    return value;
  }

  @Provide
  Arbitrary<Object> sortable() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Samples.scalars(),
            Arbitraries.longs().map(v -> (Object) v),
            Arbitraries.doubles().map(v -> (Object) v),
            Arbitraries.of(Double.NaN, 0x1p53, 0x1p53 + 2, 0x1p63),
            Arbitraries.of((1L << 53) + 1, 1L << 53));
    return Arbitraries.recursive(
        () -> scalars,
        parts -> parts.list().ofMaxSize(3).map(r -> ArrayValue.of(r.toArray())),
        0,
        2);
  }

  @Provide
  Arbitrary<List<Object>> rows() {
    return sortable().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Double>> floats() {
    return Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.of(0.0, -0.0, Double.NaN))
        .list()
        .ofMaxSize(20);
  }
}
