package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.NullValue;
import ruff.value.StackValue;

/** Natives of stacks, last in, first out. */
public final class Stacks {
  private static final String NEEDS_STACK = "{name}() requires a stack as the first argument";

  private Stacks() {}

  @Native(
      name = "Stack",
      family = Family.COLLECTION,
      doc = "A stack of the items of an array; the last is its top.",
      returns = "stack",
      tooMany = Native.COUNTED,
      error = "Stack constructor requires an array argument",
      example = "stack_to_array(Stack([1, 2]))",
      result = "[1, 2]")
  public static StackValue stack(
      @Param(optional = true, ownership = Ownership.BORROWED) ArrayValue items) {
    return items == null ? new StackValue() : StackValue.of(items);
  }

  @Native(
      name = "stack_push",
      family = Family.COLLECTION,
      doc = "The stack with an item added at its top.",
      returns = "stack",
      error = NEEDS_STACK,
      example = "stack_to_array(stack_push(Stack([1]), 2))",
      result = "[1, 2]")
  public static StackValue push(
      @Param(ownership = Ownership.CONSUMED) StackValue stack, Object item) {
    StackValue result = (StackValue) stack.owned();
    result.push(item);
    return result;
  }

  @Native(
      name = "stack_pop",
      family = Family.COLLECTION,
      doc = "The stack without its top item, and that item; null as the item of an empty stack.",
      returns = "array [rest, item]",
      error = NEEDS_STACK,
      example = "stack_pop(Stack([1, 2]))[1]",
      result = "2")
  public static ArrayValue pop(@Param(ownership = Ownership.CONSUMED) StackValue stack) {
    StackValue rest = (StackValue) stack.owned();
    Object item = rest.pop();
    return ArrayValue.of(rest, item == null ? NullValue.NULL : item);
  }

  @Native(
      name = "stack_peek",
      family = Family.COLLECTION,
      doc = "The top item, null when there is none.",
      returns = "any",
      error = NEEDS_STACK,
      example = "stack_peek(Stack([1, 2]))",
      result = "2")
  public static Object peek(@Param(ownership = Ownership.BORROWED) StackValue stack) {
    Object item = stack.peek();
    return item == null ? NullValue.NULL : Container.shared(item);
  }

  @Native(
      name = "stack_size",
      family = Family.COLLECTION,
      doc = "The number of items.",
      returns = "int",
      arity = "stack_size expects 1 argument (stack), got {got}",
      error = "stack_size requires a Stack argument",
      example = "stack_size(Stack([1, 2]))",
      result = "2")
  public static long size(@Param(ownership = Ownership.BORROWED) StackValue stack) {
    return stack.size();
  }

  @Native(
      name = "stack_is_empty",
      family = Family.COLLECTION,
      doc = "Whether there are no items.",
      returns = "bool",
      error = NEEDS_STACK,
      example = "stack_is_empty(Stack())",
      result = "true")
  public static boolean isEmpty(@Param(ownership = Ownership.BORROWED) StackValue stack) {
    return stack.size() == 0;
  }

  @Native(
      name = "stack_to_array",
      family = Family.COLLECTION,
      doc = "The items as an array, the bottom first.",
      returns = "array",
      error = NEEDS_STACK,
      example = "stack_to_array(Stack([2, 1]))",
      result = "[2, 1]")
  public static ArrayValue toArray(@Param(ownership = Ownership.BORROWED) StackValue stack) {
    return stack.toArray();
  }
}
