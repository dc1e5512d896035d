package ruff.stdlib.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.SequenceValue;

class SequenceNativesTest {
  private static final Callable DOUBLED = Natives.function(a -> (Long) a[0] * 2);
  private static final Callable IS_ODD = Natives.function(a -> (Long) a[0] % 2 != 0);

  private final Natives natives = new Natives();

  /** Endless numbers from 0 that count how many were asked for. */
  private static final class Counter extends SequenceValue {
    private long next;

    @Override
    public Object next() {
      return next++;
    }
  }

  private String collected(Object sequence) {
    return natives.show("to_string", natives.callMethod(sequence, "collect"));
  }

  @Test
  void stagesOverASequenceAreLazy() {
    Counter source = new Counter();
    Object stage = natives.call("filter", natives.call("map", source, DOUBLED), IS_ODD);
    assertThat(stage).isInstanceOf(SequenceValue.class);
    assertThat(source.next).isZero();
    assertThat(natives.show("type", stage)).isEqualTo("iterator");
  }

  @Test
  void takeNeverAsksForMore() {
    Counter source = new Counter();
    assertThat(collected(natives.call("take", source, 3))).isEqualTo("[0, 1, 2]");
    assertThat(source.next).isEqualTo(3);
    assertThat(collected(natives.call("take", source, -1))).isEqualTo("[]");
    assertThat(source.next).isEqualTo(3);
  }

  @Test
  void allStagesPassValuesOn() {
    assertThat(collected(natives.call("take", natives.call("skip", new Counter(), 2), 2)))
        .isEqualTo("[2, 3]");
    assertThat(collected(natives.call("take", natives.call("chunk", new Counter(), 2), 2)))
        .isEqualTo("[[0, 1], [2, 3]]");
    Object chunks = natives.call("chunk", natives.call("take", new Counter(), 3), 2);
    assertThat(collected(natives.call("flatten", chunks))).isEqualTo("[0, 1, 2]");
    Object pairs = natives.call("enumerate", natives.call("map", new Counter(), DOUBLED));
    assertThat(collected(natives.call("take", pairs, 2))).isEqualTo("[[0, 0], [1, 2]]");
    Object odd = natives.call("filter", natives.call("take", new Counter(), 6), IS_ODD);
    assertThat(natives.show("reduce", odd, 0, Natives.function(a -> (Long) a[0] + (Long) a[1])))
        .isEqualTo("9");
  }

  @Test
  void zipTakesSequencesOnEitherSide() {
    assertThat(natives.show("zip", List.of(7, 8), new Counter())).isEqualTo("[[7, 0], [8, 1]]");
    assertThat(collected(natives.call("zip", new Counter(), List.of(7, 8))))
        .isEqualTo("[[0, 7], [1, 8]]");
    Counter source = new Counter();
    natives.call("zip", List.of(7, 8), source);
    assertThat(source.next).isEqualTo(2);
    assertThat(natives.message("zip", List.of(1), 5)).isEqualTo("zip() requires 2 array arguments");
  }

  @Test
  void nextWrapsValuesAndEndsWithNone() {
    Object one = natives.call("take", new Counter(), 1);
    assertThat(natives.show("to_string", natives.callMethod(one, "next"))).isEqualTo("Some(0)");
    assertThat(natives.show("to_string", natives.callMethod(one, "next"))).isEqualTo("None");
    assertThat(natives.show("to_string", natives.callMethod(one, "next"))).isEqualTo("None");
  }

  @Test
  void arraysAreTakenAtOnceAndInOrder() {
    StringBuilder seen = new StringBuilder();
    Callable note = Natives.function(a -> seen.append(a[0]).length() > 2);
    assertThat(natives.call("any", List.of(1, 2, 3, 4), note)).isEqualTo(true);
    assertThat(seen).hasToString("123");
    assertThat(natives.show("map", List.of(), DOUBLED)).isEqualTo("[]");
    assertThat(natives.call("all", List.of(), IS_ODD)).isEqualTo(true);
    assertThat(natives.call("find", List.of(2, 4), IS_ODD)).isEqualTo(0L);
    assertThat(natives.show("filter", List.of(1, 2, 3), IS_ODD)).isEqualTo("[1, 3]");
  }

  @Test
  void nativesAreCallbacksToo() {
    Object upper = new ruff.stdlib.StandardLibrary().lookup("to_upper");
    assertThat(natives.show("map", List.of("a", "b"), upper)).isEqualTo("[A, B]");
  }

  @Test
  void itemsInTwoArraysAreShared() {
    ArrayValue inner = (ArrayValue) Natives.value(List.of(1));
    natives.call("filter", List.of(inner), Natives.function(a -> true));
    assertThat(inner.shared).isTrue();
  }
}
