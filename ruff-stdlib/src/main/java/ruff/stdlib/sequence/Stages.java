package ruff.stdlib.sequence;

import ruff.ast.Expr.WrapKind;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.natives.Receiver;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.Ints;
import ruff.value.SequenceValue;
import ruff.value.WrapValue;

/** Natives that rearrange the items of an array, or of a lazy sequence without pulling it. */
public final class Stages {
  private static final String SOURCE = "array|iterator";

  private Stages() {}

  @Native(
      name = "take",
      family = Family.HIGHER_ORDER,
      doc = "The first items; an iterator is never asked for more.",
      returns = "array|iterator",
      arity = Native.COUNTED,
      error = "take() requires 2 arguments: array and count",
      methodOf = Receiver.ANY,
      example = "take([1, 2, 3], 2)",
      result = "[1, 2]")
  public static Object take(
      @Param(type = SOURCE, ownership = Ownership.BORROWED) Object array,
      @Param(truncates = true, error = "take() count must be a number") long count) {
    return array instanceof ArrayValue items
        ? items.slice(0, Math.clamp(count, 0, items.size))
        : new TakeStage((SequenceValue) array, count);
  }

  @Native(
      name = "skip",
      family = Family.HIGHER_ORDER,
      doc = "All but the first items.",
      returns = "array|iterator",
      arity = Native.COUNTED,
      error = "skip() requires 2 arguments: array and count",
      methodOf = Receiver.ANY,
      example = "skip([1, 2, 3], 2)",
      result = "[3]")
  public static Object skip(
      @Param(type = SOURCE, ownership = Ownership.BORROWED) Object array,
      @Param(truncates = true, error = "skip() count must be a number") long count) {
    return array instanceof ArrayValue items
        ? items.slice(Math.clamp(count, 0, items.size), items.size)
        : new SkipStage((SequenceValue) array, count);
  }

  @Native(
      name = "chunk",
      family = Family.HIGHER_ORDER,
      doc = "The items in arrays of a size, the last maybe shorter; one array for a size below 1.",
      returns = "array|iterator of array",
      arity = Native.COUNTED,
      error = "chunk() requires 2 arguments: array and size",
      methodOf = Receiver.ANY,
      example = "chunk([1, 2, 3, 4, 5], 2)",
      result = "[[1, 2], [3, 4], [5]]")
  public static Object chunk(
      @Param(type = SOURCE, ownership = Ownership.BORROWED) Object array,
      @Param(truncates = true, error = "chunk() size must be a number") long size) {
    if (array instanceof SequenceValue source) {
      return new ChunkStage(source, size);
    }
    ArrayValue items = (ArrayValue) array;
    int step = size <= 0 ? items.size : (int) Math.min(size, items.size);
    ArrayValue chunks = new ArrayValue();
    for (int from = 0; from < items.size; from += step) {
      chunks.add(items.slice(from, from + Math.min(step, items.size - from)));
    }
    return chunks;
  }

  @Native(
      name = "flatten",
      family = Family.HIGHER_ORDER,
      doc = "The items, with the items of inner arrays in the place of those, one level deep.",
      returns = "array|iterator",
      arity = Native.COUNTED,
      error = "flatten() requires an array argument",
      methodOf = Receiver.ANY,
      example = "flatten([[1, 2], 3, [[4]]])",
      result = "[1, 2, 3, [4]]")
  public static Object flatten(@Param(type = SOURCE, ownership = Ownership.BORROWED) Object array) {
    if (array instanceof SequenceValue source) {
      return new FlattenStage(source);
    }
    ArrayValue items = (ArrayValue) array;
    ArrayValue result = new ArrayValue();
    for (int i = 0; i < items.size; i++) {
      Object item = items.get(i);
      if (item instanceof ArrayValue inner) {
        result.addAll(inner);
      } else {
        result.add(Container.shared(item));
      }
    }
    return result;
  }

  @Native(
      name = "zip",
      family = Family.HIGHER_ORDER,
      doc = "Pairs of the items of two sources, as many as the shorter one has.",
      returns = "array|iterator of array [left, right]",
      arity = Native.COUNTED,
      error = "zip() requires 2 array arguments",
      methodOf = Receiver.ANY,
      example = "zip([1, 2, 3], [\"a\", \"b\"])",
      result = "[[1, a], [2, b]]")
  public static Object zip(@Param(type = SOURCE) Object left, @Param(type = SOURCE) Object right) {
    if (left instanceof SequenceValue source) {
      return new ZipStage(source, sequence(right));
    }
    int size = ((ArrayValue) left).size;
    SequenceValue pairs = new ZipStage(sequence(left), sequence(right));
    ArrayValue result = new ArrayValue();
    while (result.size < size) {
      Object pair = pairs.next();
      if (pair == null) {
        break;
      }
      result.add(pair);
    }
    return result;
  }

  private static SequenceValue sequence(Object source) {
    return source instanceof ArrayValue array ? new ArraySource(array) : (SequenceValue) source;
  }

  @Native(
      name = "enumerate",
      family = Family.HIGHER_ORDER,
      doc = "Pairs of position, from 0, and item.",
      returns = "array|iterator of array [index, item]",
      arity = Native.COUNTED,
      error = "enumerate() requires an array argument",
      methodOf = Receiver.ANY,
      example = "enumerate([\"a\", \"b\"])",
      result = "[[0, a], [1, b]]")
  public static Object enumerate(
      @Param(type = SOURCE, ownership = Ownership.BORROWED) Object array) {
    if (array instanceof SequenceValue source) {
      return new EnumerateStage(source);
    }
    ArrayValue items = (ArrayValue) array;
    Object[] pairs = new Object[items.size];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ArrayValue.of(Ints.box(i), Container.shared(items.get(i)));
    }
    return ArrayValue.ofObjects(pairs, pairs.length);
  }

  @Native(
      name = "collect",
      family = Family.HIGHER_ORDER,
      doc = "All values of an iterator as an array; an array itself.",
      returns = "array",
      error = "collect() expects an iterator or array",
      methodOf = Receiver.ANY,
      methodOnly = true,
      example = "[3, 4].collect()",
      result = "[3, 4]")
  public static ArrayValue collect(@Param(type = "iterator|array") Object source) {
    if (source instanceof ArrayValue array) {
      return array;
    }
    SequenceValue values = (SequenceValue) source;
    ArrayValue result = new ArrayValue();
    Object value;
    while ((value = values.next()) != null) {
      result.add(value);
    }
    return result;
  }

  @Native(
      name = "next",
      family = Family.HIGHER_ORDER,
      doc = "The next value of a generator or iterator as Some(value), None after the last.",
      returns = "option",
      error = "next() expects an iterator",
      methodOf = Receiver.SEQUENCE,
      methodOnly = true,
      example = "(func*() { yield 3 })().next()",
      result = "Some(3)")
  public static WrapValue next(SequenceValue source) {
    Object value = source.next();
    return value == null ? WrapValue.NONE : new WrapValue(WrapKind.SOME, Container.shared(value));
  }
}
