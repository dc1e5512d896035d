package ruff.stdlib.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ruff.stdlib.Natives;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Display;

class CollectionNativesTest {
  private final Natives natives = new Natives();

  private static DictValue dict(Map<?, ?> entries) {
    return (DictValue) Natives.value(entries);
  }

  @Test
  void anIntAndItsTextAreOneKey() {
    DictValue dict = dict(Map.of(5, "five"));
    assertThat(natives.call("get", dict, "5")).isEqualTo("five");
    assertThat(natives.call("has_key", dict, 5)).isEqualTo(1L);
    assertThat(natives.call("contains", dict, "5")).isEqualTo(true);
    assertThat(natives.call("get_default", dict, "05", 0)).isEqualTo(0L);
    assertThat(natives.show("remove", dict, "5")).isEqualTo("[{}, five]");
  }

  @Test
  void getIsLenientAboutItsDict() {
    assertThat(natives.show("get", null, "a")).isEqualTo("null");
    assertThat(natives.show("get", 5, "a", "other")).isEqualTo("other");
    assertThat(natives.show("get", dict(Map.of()), 1.5, "other")).isEqualTo("other");
    assertThat(natives.call("has_key", "abc", "a")).isEqualTo(0L);
    assertThat(natives.show("keys", 1)).isEqualTo("[]");
  }

  @Test
  void mergeChangesTheLeftDictOnlyWhenItIsNotShared() {
    DictValue left = dict(Map.of("a", 1));
    assertThat(natives.call("merge", left, dict(Map.of("b", 2)))).isSameAs(left);
    left.shared = true;
    assertThat(natives.show("merge", left, dict(Map.of("a", 3)))).isEqualTo("{\"a\": 3, \"b\": 2}");
    assertThat(Display.text(left)).isEqualTo("{\"a\": 1, \"b\": 2}");
    assertThat(natives.message("update", left, 5))
        .isEqualTo("update() requires two dict arguments");
  }

  @Test
  void invertKeepsTheLastOfEqualValues() {
    DictValue dict = dict(Map.of("a", 1, "b", "1", "c", List.of(), "d", true));
    assertThat(natives.show("invert", dict)).isEqualTo("{\"1\": b, \"true\": d}");
  }

  @Test
  void keysValuesAndItemsFollowOneOrder() {
    DictValue byText = dict(Map.of("10", 1, "9", 2, "B", 3, "a", 4));
    assertThat(natives.show("keys", byText)).isEqualTo("[10, 9, B, a]");
    assertThat(natives.show("values", byText)).isEqualTo("[1, 2, 3, 4]");
    DictValue byNumber = dict(Map.of(10, 1, 9, 2, -1, 3));
    assertThat(natives.show("keys", byNumber)).isEqualTo("[-1, 9, 10]");
    assertThat(natives.show("items", byNumber)).isEqualTo("[[-1, 3], [9, 2], [10, 1]]");
  }

  @Test
  void valuesThatStayInTheDictAreShared() {
    ArrayValue inner = (ArrayValue) Natives.value(List.of(1));
    DictValue dict = dict(Map.of("k", inner));
    natives.call("get", dict, "k");
    assertThat(inner.shared).isTrue();
  }

  @Test
  void setsKeepTheirOrder() {
    Object left = natives.call("Set", List.of(3, 1, 3, 1.0, "1"));
    Object right = natives.call("Set", List.of(2, 1));
    assertThat(natives.show("set_intersect", left, right)).isEqualTo("Set{1}");
    assertThat(natives.show("set_difference", left, right)).isEqualTo("Set{3, 1}");
    assertThat(natives.show("set_union", left, right)).isEqualTo("Set{3, 1, 1, 2}");
    assertThat(natives.show("Set")).isEqualTo("Set{}");
    assertThat(natives.message("Set", 1, 2)).isEqualTo("Set constructor takes at most 1 argument");
  }

  @Test
  void queuesAndStacksGiveTheirItemsInOrder() {
    Object queue = natives.call("Queue", List.of(1, 2));
    assertThat(natives.show("queue_dequeue", natives.call("queue_enqueue", queue, 3)))
        .isEqualTo("[Queue[2, 3], 1]");
    assertThat(natives.show("queue_dequeue", natives.call("Queue"))).isEqualTo("[Queue[], null]");
    Object stack = natives.call("Stack", List.of(1, 2));
    assertThat(natives.show("stack_pop", natives.call("stack_push", stack, 3)))
        .isEqualTo("[Stack[1, 2], 3]");
    assertThat(natives.show("stack_peek", natives.call("Stack"))).isEqualTo("null");
    assertThat(natives.message("queue_size", 1)).isEqualTo("queue_size requires a Queue argument");
  }

  @Test
  void sharedCollectionsAreCopiedBeforeTheyChange() {
    for (String kind : List.of("Set", "Queue", "Stack")) {
      Container container = (Container) natives.call(kind, List.of(1, 2));
      container.shared = true;
      String before = Display.text(container);
      switch (kind) {
        case "Set" -> natives.call("set_remove", natives.call("set_add", container, 3), 1);
        case "Queue" -> natives.call("queue_dequeue", natives.call("queue_enqueue", container, 3));
        default -> natives.call("stack_pop", natives.call("stack_push", container, 3));
      }
      assertThat(Display.text(container)).isEqualTo(before);
    }
  }

  @Test
  void emptinessIsAskedOfAnyContainer() {
    for (Object empty : Arrays.asList("", List.of(), Map.of(), natives.call("Set"))) {
      assertThat(natives.call("is_empty", empty)).isEqualTo(true);
    }
    assertThat(natives.message("is_empty", 0)).isEqualTo("is_empty() requires a string argument");
    assertThat(natives.call("len", natives.call("Queue", List.of(1)))).isEqualTo(1L);
  }

  @Test
  void loopsWalkEveryKindOfSource() {
    assertThat(natives.show("__vm_for_iterable", 2.9)).isEqualTo("[0, 1]");
    assertThat(natives.show("__vm_for_iterable", Map.of("b", 1, "a", 2))).isEqualTo("[a, b]");
    Object bytes = natives.call("bytes", List.of(7, 255));
    assertThat(natives.show("__vm_for_iterable", bytes)).isEqualTo("[7, 255]");
    assertThat(natives.show("__vm_for_iterable", natives.call("Stack", List.of(1, 2))))
        .isEqualTo("[1, 2]");
  }
}
