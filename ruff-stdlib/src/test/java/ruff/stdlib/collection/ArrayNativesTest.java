package ruff.stdlib.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.Display;

class ArrayNativesTest {
  private final Natives natives = new Natives();

  private static ArrayValue array(Object... items) {
    return (ArrayValue) Natives.value(Arrays.asList(items));
  }

  private static ArrayValue shared(Object... items) {
    ArrayValue array = array(items);
    array.shared = true;
    return array;
  }

  @Test
  void changesAnArrayInPlaceWhenNobodyElseHoldsIt() {
    ArrayValue array = array(3, 1, 2);
    assertThat(natives.call("push", array, 4)).isSameAs(array);
    assertThat(natives.call("insert", array, 0, 5)).isSameAs(array);
    assertThat(natives.call("remove", array, 1)).isSameAs(array);
    assertThat(natives.call("sort", array)).isSameAs(array);
    assertThat(natives.call("reverse", array)).isSameAs(array);
    assertThat(((ArrayValue) natives.call("pop", array)).get(0)).isSameAs(array);
    assertThat(((ArrayValue) natives.call("remove_at", array, 0)).get(0)).isSameAs(array);
    assertThat(natives.call("concat", array, array(9))).isSameAs(array);
    assertThat(Display.text(array)).isEqualTo("[4, 3, 9]");
  }

  @Test
  void leavesASharedArrayAsItIs() {
    ArrayValue array = shared(3, 1, 2);
    for (String name : List.of("pop", "sort", "reverse", "unique", "sum", "flatten", "clear")) {
      natives.call(name, array);
    }
    natives.call("push", array, 4);
    natives.call("insert", array, 0, 5);
    natives.call("remove", array, 1);
    natives.call("remove_at", array, 0);
    natives.call("concat", array, array(9));
    assertThat(Display.text(array)).isEqualTo("[3, 1, 2]");
  }

  @Test
  void sharesWhatIsInTwoArrays() {
    ArrayValue inner = array(1);
    ArrayValue outer = array(inner);
    natives.call("slice", outer, 0, 1);
    assertThat(inner.shared).isTrue();
  }

  @Test
  void sliceCountsFromTheEndAndClamps() {
    assertThat(natives.show("slice", array(1, 2, 3), -2, 99)).isEqualTo("[2, 3]");
    assertThat(natives.show("slice", array(1, 2, 3), -99, -2)).isEqualTo("[1]");
    assertThat(natives.show("slice", array(1, 2, 3), 2, 1)).isEqualTo("[]");
    Object bytes = natives.call("bytes", array(1, 2, 3));
    assertThat(natives.call("len", natives.call("slice", bytes, 1, 3))).isEqualTo(2L);
  }

  @Test
  void positionsOutsideAreErrors() {
    assertThat(natives.message("insert", array(1), -1, 0))
        .isEqualTo("insert() index -1 out of bounds for array of length 1");
    assertThat(natives.message("remove_at", array(), 0))
        .isEqualTo("remove_at() index 0 out of bounds for array of length 0");
    assertThat(natives.show("insert", array(1), 1.9, 2)).isEqualTo("[1, 2]");
  }

  @Test
  void removesTheFirstEqualItem() {
    assertThat(natives.show("remove", array(1.0, array(2), array(2)), array(2)))
        .isEqualTo("[1, [2]]");
    assertThat(natives.show("remove", array(1, 2), 3)).isEqualTo("[1, 2]");
    assertThat(natives.call("index_of", array(1, 2.0), 2)).isEqualTo(1L);
    assertThat(natives.call("contains", array(1, 2), 2.0)).isEqualTo(true);
    assertThat(natives.call("contains", array(1, 2), "2")).isEqualTo(false);
  }

  @Test
  void sortPutsValuesOfAnyKindInOneOrder() {
    ArrayValue mixed =
        array("b", 2, null, array(2), true, 1.5, array(1, 9), "a", false, Double.NaN, array(1));
    assertThat(natives.show("sort", mixed))
        .isEqualTo("[null, false, true, 1.5, 2, NaN, a, b, [1], [1, 9], [2]]");
    assertThat(natives.show("sort", array("\uffee", "\ud83d\ude00"))).isEqualTo("[\uffee, 😀]");
    assertThat(natives.show("sort", array(0.0, -1.5, -0.0))).isEqualTo("[-1.5, 0, -0]");
  }

  @Test
  void reversesEveryKindOfStorage() {
    assertThat(natives.show("reverse", array(1, 2, 3))).isEqualTo("[3, 2, 1]");
    assertThat(natives.show("reverse", array(1.5, 2.5))).isEqualTo("[2.5, 1.5]");
    assertThat(natives.show("reverse", array(true, false))).isEqualTo("[false, true]");
    assertThat(natives.show("reverse", array("a", 1, null, 2))).isEqualTo("[2, null, 1, a]");
  }

  @Test
  void uniqueTellsKindsApart() {
    assertThat(natives.show("unique", array(1, 1.0, "1", true, 1, 1.0, "1", null, null)))
        .isEqualTo("[1, 1, 1, true, null]");
    assertThat(natives.show("unique", array(array(1), array(1.0), array(1))))
        .isEqualTo("[[1], [1]]");
    Object byNumber = Natives.value(java.util.Map.of(10, 1, 9, 2));
    Object byText = Natives.value(java.util.Map.of("10", 1, "9", 2));
    assertThat(natives.call("len", natives.call("unique", array(byNumber, byText)))).isEqualTo(1L);
  }

  @Test
  void sumIsExactUntilAFloatComes() {
    assertThat(natives.call("sum", array())).isEqualTo(0L);
    assertThat(natives.call("sum", array(1, "x", null, 2))).isEqualTo(3L);
    assertThat(natives.call("sum", array(1, 0.5, 2))).isEqualTo(3.5);
    assertThat(natives.call("sum", array(0.5, 0.25))).isEqualTo(0.75);
    assertThat(natives.message("sum", array(Long.MAX_VALUE, 1)))
        .isEqualTo("Integer overflow: 9223372036854775807 + 1");
    assertThat(natives.message("sum", array(Long.MIN_VALUE, "x", -1)))
        .isEqualTo("Integer overflow: -9223372036854775808 + -1");
  }

  @Test
  void windowsAndChunksOfOddSizes() {
    assertThat(natives.show("windows", array(1, 2), 3)).isEqualTo("[]");
    assertThat(natives.show("windows", array(1, 2), 0)).isEqualTo("[]");
    assertThat(natives.show("chunk", array(1, 2), 0)).isEqualTo("[[1, 2]]");
    assertThat(natives.show("chunk", array(), 2)).isEqualTo("[]");
    assertThat(natives.show("chunk", array(1, 2, 3), Long.MAX_VALUE)).isEqualTo("[[1, 2, 3]]");
  }

  @Test
  void rangesStopAtTheLimitsOfInts() {
    assertThat(natives.show("range", Long.MAX_VALUE - 1, Long.MAX_VALUE))
        .isEqualTo("[9223372036854775806]");
    assertThat(natives.show("range", Long.MAX_VALUE - 2, Long.MAX_VALUE, 2))
        .isEqualTo("[9223372036854775805]");
    assertThat(natives.show("range", Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE))
        .isEqualTo("[9223372036854775807, -1]");
    assertThat(natives.message("range", Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo("range() result too large");
    assertThat(natives.message("range", 0, 1, 0.5)).isEqualTo("range() step cannot be zero");
    assertThat(natives.show("range", 2.9)).isEqualTo("[0, 1]");
    assertThat(natives.show("range", 3, 0)).isEqualTo("[]");
  }
}
