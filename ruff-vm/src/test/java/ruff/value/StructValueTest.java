package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structs of few slots and of many, which are kept in different places. */
class StructValueTest {
  private static StructValue struct(int slots) {
    Shape shape = new StructDefinition("S", Map.of(), Map.of()).root();
    for (int i = 0; i < slots; i++) {
      shape = shape.with("f" + i);
    }
    return new StructValue(shape, IntStream.range(0, slots).mapToObj(i -> "v" + i).toArray());
  }

  private static List<Object> slots(StructValue struct) {
    return IntStream.range(0, struct.shape().size()).mapToObj(struct::slot).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 6, 9})
  void everySlotIsReadAndWritten(int count) {
    StructValue struct = struct(count);
    for (int i = 0; i < count; i++) {
      assertThat(struct.slot(i)).isEqualTo("v" + i).isEqualTo(struct.get("f" + i));
      struct.setSlot(i, i);
    }
    assertThat(slots(struct)).containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 5, 8})
  void slotsAreWrittenAfterwards(int count) {
    StructValue struct = new StructValue(struct(count).shape());
    for (int i = 0; i < count; i++) {
      assertThat(struct.slot(i)).isNull();
      struct.setSlot(i, i);
    }
    assertThat(slots(struct)).containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 5, 7})
  void fieldsAreAddedOneAfterTheOther(int count) {
    StructValue struct = struct(count);
    List<Object> before = slots(struct);
    for (int i = 0; i < 6; i++) {
      struct.set("more" + i, i);
    }
    struct.set("more0", "again");
    assertThat(slots(struct).subList(0, count)).isEqualTo(before);
    assertThat(slots(struct).subList(count, count + 6)).containsExactly("again", 1, 2, 3, 4, 5);
    assertThat(struct.get("more5")).isEqualTo(5);
    assertThat(struct.get("none")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8})
  void aCopyIsWrittenByItself(int count) {
    StructValue struct = struct(count);
    List<Object> before = slots(struct);
    StructValue copy = struct.copy();
    assertThat(slots(copy)).isEqualTo(before);
    for (int i = 0; i < count; i++) {
      copy.setSlot(i, "new");
    }
    copy.set("added", 1);
    assertThat(slots(struct)).isEqualTo(before);
    assertThat(struct.get("added")).isNull();
  }

  @Test
  void aCopySharesTheContainersInside() {
    StructValue struct = struct(6);
    ArrayValue near = ArrayValue.of(1L);
    ArrayValue far = ArrayValue.of(2L);
    struct.setSlot(0, near);
    struct.setSlot(5, far);
    StructValue copy = struct.copy();
    assertThat(near.shared && far.shared).isTrue();
    assertThat(copy.slot(0)).isSameAs(near);
    assertThat(copy.slot(5)).isSameAs(far);
  }
}
