package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.NullValue;
import ruff.value.QueueValue;

/** Natives of queues, first in, first out. */
public final class Queues {
  private static final String NEEDS_QUEUE = "{name}() requires a queue as the first argument";

  private Queues() {}

  @Native(
      name = "Queue",
      family = Family.COLLECTION,
      doc = "A queue of the items of an array; the first is its front.",
      returns = "queue",
      tooMany = Native.COUNTED,
      error = "Queue constructor requires an array argument",
      example = "queue_to_array(Queue([1, 2]))",
      result = "[1, 2]")
  public static QueueValue queue(
      @Param(optional = true, ownership = Ownership.BORROWED) ArrayValue items) {
    return items == null ? new QueueValue() : QueueValue.of(items);
  }

  @Native(
      name = "queue_enqueue",
      family = Family.COLLECTION,
      doc = "The queue with an item added at its end.",
      returns = "queue",
      error = NEEDS_QUEUE,
      example = "queue_to_array(queue_enqueue(Queue([1]), 2))",
      result = "[1, 2]")
  public static QueueValue enqueue(
      @Param(ownership = Ownership.CONSUMED) QueueValue queue, Object item) {
    QueueValue result = (QueueValue) queue.owned();
    result.enqueue(item);
    return result;
  }

  @Native(
      name = "queue_dequeue",
      family = Family.COLLECTION,
      doc = "The queue without its front item, and that item; null as the item of an empty queue.",
      returns = "array [rest, item]",
      error = NEEDS_QUEUE,
      example = "queue_dequeue(Queue([1, 2]))[1]",
      result = "1")
  public static ArrayValue dequeue(@Param(ownership = Ownership.CONSUMED) QueueValue queue) {
    QueueValue rest = (QueueValue) queue.owned();
    Object item = rest.dequeue();
    return ArrayValue.of(rest, item == null ? NullValue.NULL : item);
  }

  @Native(
      name = "queue_peek",
      family = Family.COLLECTION,
      doc = "The front item, null when there is none.",
      returns = "any",
      error = NEEDS_QUEUE,
      example = "queue_peek(Queue([7, 8]))",
      result = "7")
  public static Object peek(@Param(ownership = Ownership.BORROWED) QueueValue queue) {
    Object item = queue.peek();
    return item == null ? NullValue.NULL : Container.shared(item);
  }

  @Native(
      name = "queue_size",
      family = Family.COLLECTION,
      doc = "The number of items.",
      returns = "int",
      arity = "queue_size expects 1 argument (queue), got {got}",
      error = "queue_size requires a Queue argument",
      example = "queue_size(Queue([1, 2]))",
      result = "2")
  public static long size(@Param(ownership = Ownership.BORROWED) QueueValue queue) {
    return queue.size();
  }

  @Native(
      name = "queue_is_empty",
      family = Family.COLLECTION,
      doc = "Whether there are no items.",
      returns = "bool",
      error = NEEDS_QUEUE,
      example = "queue_is_empty(Queue())",
      result = "true")
  public static boolean isEmpty(@Param(ownership = Ownership.BORROWED) QueueValue queue) {
    return queue.size() == 0;
  }

  @Native(
      name = "queue_to_array",
      family = Family.COLLECTION,
      doc = "The items as an array, the front first.",
      returns = "array",
      error = NEEDS_QUEUE,
      example = "queue_to_array(Queue([2, 1]))",
      result = "[2, 1]")
  public static ArrayValue toArray(@Param(ownership = Ownership.BORROWED) QueueValue queue) {
    return queue.toArray();
  }
}
