package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.SetValue;

/** Natives of sets, whose elements keep the order in which they came in. */
public final class Sets {
  private static final String NEEDS_SET = "{name}() requires a set as the first argument";
  private static final String NEEDS_TWO = "{name}() requires two set arguments";

  private Sets() {}

  @Native(
      name = "Set",
      family = Family.COLLECTION,
      doc = "A set of the items of an array, equal ones once.",
      returns = "set",
      error = "Set constructor requires an array argument",
      tooMany = "Set constructor takes at most 1 argument",
      example = "set_to_array(Set([3, 1, 3]))",
      result = "[3, 1]")
  public static SetValue set(
      @Param(optional = true, ownership = Ownership.BORROWED) ArrayValue items) {
    return items == null ? new SetValue() : SetValue.of(items);
  }

  @Native(
      name = "set_add",
      family = Family.COLLECTION,
      doc = "The set with an element.",
      returns = "set",
      error = NEEDS_SET,
      example = "set_to_array(set_add(Set([1]), 2))",
      result = "[1, 2]")
  public static SetValue add(@Param(ownership = Ownership.CONSUMED) SetValue set, Object item) {
    SetValue result = (SetValue) set.owned();
    result.add(item);
    return result;
  }

  @Native(
      name = "set_has",
      family = Family.COLLECTION,
      doc = "Whether an element equals a value.",
      returns = "bool",
      error = NEEDS_SET,
      example = "set_has(Set([1, 2]), 2.0)",
      result = "true")
  public static boolean has(
      @Param(ownership = Ownership.BORROWED) SetValue set,
      @Param(ownership = Ownership.BORROWED) Object item) {
    return set.contains(item);
  }

  @Native(
      name = "set_remove",
      family = Family.COLLECTION,
      doc = "The set without an element.",
      returns = "set",
      error = NEEDS_SET,
      example = "set_to_array(set_remove(Set([1, 2]), 1))",
      result = "[2]")
  public static SetValue remove(
      @Param(ownership = Ownership.CONSUMED) SetValue set,
      @Param(ownership = Ownership.BORROWED) Object item) {
    SetValue result = (SetValue) set.owned();
    result.remove(item);
    return result;
  }

  @Native(
      name = "set_union",
      family = Family.COLLECTION,
      doc = "The elements of two sets, those of the left one first.",
      returns = "set",
      error = NEEDS_TWO,
      example = "set_to_array(set_union(Set([1, 2]), Set([2, 3])))",
      result = "[1, 2, 3]")
  public static SetValue union(
      @Param(ownership = Ownership.CONSUMED) SetValue left,
      @Param(ownership = Ownership.BORROWED) SetValue right) {
    SetValue result = (SetValue) left.owned();
    for (Object element : right.toObjects()) {
      result.add(Container.shared(element));
    }
    return result;
  }

  @Native(
      name = "set_intersect",
      family = Family.COLLECTION,
      doc = "The elements of the left set that are in the right one.",
      returns = "set",
      error = NEEDS_TWO,
      example = "set_to_array(set_intersect(Set([3, 1, 2]), Set([2, 3])))",
      result = "[3, 2]")
  public static SetValue intersect(
      @Param(ownership = Ownership.BORROWED) SetValue left,
      @Param(ownership = Ownership.BORROWED) SetValue right) {
    return selected(left, right, true);
  }

  @Native(
      name = "set_difference",
      family = Family.COLLECTION,
      doc = "The elements of the left set that are not in the right one.",
      returns = "set",
      error = NEEDS_TWO,
      example = "set_to_array(set_difference(Set([1, 2, 3]), Set([2])))",
      result = "[1, 3]")
  public static SetValue difference(
      @Param(ownership = Ownership.BORROWED) SetValue left,
      @Param(ownership = Ownership.BORROWED) SetValue right) {
    return selected(left, right, false);
  }

  private static SetValue selected(SetValue left, SetValue right, boolean inRight) {
    SetValue result = new SetValue();
    for (Object element : left.toObjects()) {
      if (right.contains(element) == inRight) {
        result.add(Container.shared(element));
      }
    }
    return result;
  }

  @Native(
      name = "set_to_array",
      family = Family.COLLECTION,
      doc = "The elements in the order in which they came in.",
      returns = "array",
      error = NEEDS_SET,
      example = "set_to_array(Set([2, 1]))",
      result = "[2, 1]")
  public static ArrayValue toArray(@Param(ownership = Ownership.BORROWED) SetValue set) {
    return set.toArray();
  }
}
