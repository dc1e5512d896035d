package ruff.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CollectionsTest {
  @Test
  void setsMergeWhatTheLanguageCallsEqual() {
    ArrayValue items =
        ArrayValue.of(
            1L,
            1.0,
            "1",
            true,
            NullValue.NULL,
            NullValue.NULL,
            ArrayValue.of(1L),
            ArrayValue.of(1.0),
            Samples.dict("a", 1L),
            Samples.dict("a", 1L),
            -0.0,
            0L);
    assertThat(Display.text(SetValue.of(items)))
        .isEqualTo("Set{1, 1, true, null, [1], {\"a\": 1}, -0}");
  }

  @Test
  void nanIsNeverFound() {
    SetValue set = new SetValue();
    assertThat(set.add(Double.NaN)).isTrue();
    assertThat(set.add(Double.NaN)).isTrue();
    assertThat(set.contains(Double.NaN)).isFalse();
    assertThat(set.remove(Double.NaN)).isFalse();
    assertThat(set.size()).isEqualTo(2);
  }

  @Property(tries = 500)
  void aSetKeepsTheOrderOfInsertion(@ForAll("numbers") List<Long> steps) {
    SetValue set = new SetValue();
    java.util.LinkedHashSet<Object> model = new java.util.LinkedHashSet<>();
    for (long step : steps) {
      Object element = Math.abs(step);
      if (step < 0) {
        assertThat(set.remove(element)).isEqualTo(model.remove(element));
      } else {
        assertThat(set.add(element)).isEqualTo(model.add(element));
      }
      assertThat(set.contains((double) Math.abs(step))).isEqualTo(step >= 0);
      assertThat(set.toObjects()).containsExactlyElementsOf(model);
    }
    SetValue copy = set.copy();
    copy.add("new");
    assertThat(set.size()).isEqualTo(model.size());
  }

  @Property(tries = 500)
  void aQueueGivesOutWhatCameFirstAndAStackWhatCameLast(@ForAll("numbers") List<Long> steps) {
    QueueValue queue = new QueueValue();
    StackValue stack = new StackValue();
    Deque<Object> queueModel = new ArrayDeque<>();
    Deque<Object> stackModel = new ArrayDeque<>();
    for (Long step : steps) {
      if (step < 0) {
        assertThat(queue.dequeue()).isEqualTo(queueModel.poll());
        assertThat(stack.pop()).isEqualTo(stackModel.pollLast());
      } else {
        queue.enqueue(step);
        queueModel.add(step);
        stack.push(step);
        stackModel.add(step);
      }
      assertThat(queue.size()).isEqualTo(queueModel.size());
      assertThat(queue.peek()).isEqualTo(queueModel.peek());
      assertThat(stack.peek()).isEqualTo(stackModel.peekLast());
    }
    assertThat(queue.copy().toArray().toObjects()).containsExactlyElementsOf(queueModel);
    assertThat(stack.copy().toArray().toObjects()).containsExactlyElementsOf(stackModel);
  }

  @Test
  void copiesAreIndependentAndShareTheContainersInside() {
    ArrayValue inner = ArrayValue.of(1L);
    QueueValue queue = new QueueValue();
    queue.enqueue(inner);
    QueueValue copy = queue.copy();
    copy.dequeue();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(inner.shared).isTrue();
    StackValue stack = new StackValue();
    stack.push(1L);
    stack.copy().push(2L);
    assertThat(stack.size()).isEqualTo(1);
  }

  @Test
  void bytesAreComparedByContent() {
    BytesValue bytes = new BytesValue(new byte[] {1, -1});
    assertThat(bytes.get(1)).isEqualTo(255);
    assertThat(bytes.concat(bytes.slice(1, 2)).length()).isEqualTo(3);
    assertThat(Equality.equal(bytes, new BytesValue(new byte[] {1, -1}))).isTrue();
    assertThat(Equality.equal(bytes, bytes.slice(0, 1))).isFalse();
  }

  @Test
  void truthIsThatOfTheLanguage() {
    Object[] falsy = {
      false,
      NullValue.NULL,
      0L,
      0.0,
      -0.0,
      "",
      new ArrayValue(),
      new DictValue(),
      TextBuffer.joining("", "")
    };
    Object[] truthy = {
      true,
      1L,
      Double.NaN,
      "false",
      ArrayValue.of(0L),
      WrapValue.NONE,
      new SetValue(),
      new QueueValue(),
      new BytesValue(new byte[0]),
      Samples.struct(Samples.POINT),
      Samples.HANDLE
    };
    for (Object value : falsy) {
      assertThat(Truth.isTruthy(value)).as(Display.text(value)).isFalse();
    }
    for (Object value : truthy) {
      assertThat(Truth.isTruthy(value)).as(Display.text(value)).isTrue();
    }
  }

  @Test
  void smallIntsHaveOneBox() {
    assertThat(Ints.box(30_000)).isSameAs(Ints.box(30_000));
    assertThat(Ints.box(-1024)).isSameAs(Ints.box(-1024)).isEqualTo(-1024L);
    assertThat(Ints.box(32_767)).isSameAs(Ints.box(32_767));
    assertThat(Ints.box(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    assertThat(Ints.text(1023)).isEqualTo("1023");
    assertThat(Ints.text(-5)).isEqualTo("-5");
  }

  @Provide
  Arbitrary<List<Long>> numbers() {
    return Arbitraries.longs().between(-12, 20).list().ofMaxSize(120);
  }
}
