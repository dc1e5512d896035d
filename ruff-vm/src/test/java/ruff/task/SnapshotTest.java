package ruff.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruff.ast.Expr.WrapKind;
import ruff.value.ArrayValue;
import ruff.value.Equality;
import ruff.value.QueueValue;
import ruff.value.SetValue;
import ruff.value.StackValue;
import ruff.value.Text;
import ruff.value.TextBuffer;
import ruff.value.WrapValue;

class SnapshotTest {
  private static final Object GROWING = Text.concat("s".repeat(300), "x");

  static Function<ArrayValue, Object>[] holders() {
    @SuppressWarnings("unchecked")
    Function<ArrayValue, Object>[] holders =
        new Function[] {
          (Function<ArrayValue, Object>) items -> items,
          (Function<ArrayValue, Object>) SetValue::of,
          (Function<ArrayValue, Object>) QueueValue::of,
          (Function<ArrayValue, Object>) StackValue::of,
          (Function<ArrayValue, Object>) items -> new WrapValue(WrapKind.OK, items.get(1))
        };
    return holders;
  }

  private static boolean holdsBuffer(Object value) {
    return switch (value) {
      case TextBuffer text -> true;
      case ArrayValue array -> holdsBuffer(array.toObjects());
      case SetValue set -> holdsBuffer(set.toObjects());
      case QueueValue queue -> holdsBuffer(queue.toArray());
      case StackValue stack -> holdsBuffer(stack.toArray());
      case WrapValue wrap -> holdsBuffer(wrap.value());
      default -> false;
    };
  }

  private static boolean holdsBuffer(Object[] values) {
    for (Object value : values) {
      if (holdsBuffer(value)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("holders")
  void stringsThatStillGrowStayWithTheIsolateThatMadeThem(Function<ArrayValue, Object> holder) {
    Object held = holder.apply(ArrayValue.of("a", GROWING));
    assertThat(holdsBuffer(held)).isTrue();
    Object detached = new Snapshot().detached(held);
    assertThat(holdsBuffer(detached)).isFalse();
    assertThat(Equality.equal(detached, held)).isTrue();
  }

  @Test
  void aSetOfOtherValuesIsSharedAsItIs() {
    SetValue set = SetValue.of(ArrayValue.of("a", "b", "c"));
    assertThat(new Snapshot().detached(set)).isSameAs(set);
    assertThat(set.shared).isTrue();
  }
}
