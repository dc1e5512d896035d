package ruff.stdlib.collection;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.value.ArrayValue;
import ruff.value.BytesValue;
import ruff.value.DictValue;
import ruff.value.QueueValue;
import ruff.value.RuffError;
import ruff.value.SetValue;
import ruff.value.StackValue;
import ruff.value.Text;

/** Natives that lay out what a loop walks over. */
public final class Ranges {
  private static final String TOO_LARGE = "range() result too large";
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private Ranges() {}

  @Native(
      name = "range",
      family = Family.ARRAY,
      doc =
          "The ints from a start (0 when left out) up to a stop, exclusive, in steps (of 1); none"
              + " when the step leads away from the stop.",
      signatures = {
        "range(stop: number)",
        "range(start: number, stop: number)",
        "range(start: number, stop: number, step: number)"
      },
      returns = "array of int",
      arity = "range() requires 1, 2, or 3 arguments",
      error = "range() requires numeric arguments",
      errors = {"range() step cannot be zero", TOO_LARGE},
      example = "range(10, 0, -3)",
      result = "[10, 7, 4, 1]")
  public static ArrayValue range(
      @Param(truncates = true) long start,
      @Param(type = "number", optional = true) Object stop,
      @Param(truncates = true, optional = true, fallback = "1") long step) {
    if (step == 0) {
      throw new RuffError("range() step cannot be zero");
    }
    return stop == null ? ints(0, start, 1) : ints(start, ((Number) stop).longValue(), step);
  }

  private static ArrayValue ints(long start, long stop, long step) {
    if (step > 0 ? start >= stop : start <= stop) {
      return new ArrayValue();
    }
    // Distances may exceed the ints, but not as unsigned numbers.
    long distance = step > 0 ? stop - start : start - stop;
    long count = Long.divideUnsigned(distance - 1, step > 0 ? step : -step) + 1;
    if (Long.compareUnsigned(count, LONGEST) > 0) {
      throw new RuffError(TOO_LARGE);
    }
    long[] ints = allocate((int) count);
    for (int i = 0; i < ints.length; i++) {
      ints[i] = start + i * step;
    }
    return ArrayValue.ofInts(ints, ints.length);
  }

  private static long[] allocate(int count) {
    try {
      return new long[count];
    } catch (OutOfMemoryError tooMuch) {
      throw new RuffError(TOO_LARGE);
    }
  }

  @Native(
      name = "__vm_for_iterable",
      family = Family.ARRAY,
      doc =
          "What a for loop walks: the ints below a number, the characters of a text, the keys of a"
              + " dict, the elements of a collection, anything else itself.",
      returns = "any",
      arity = Native.COUNTED,
      internal = true,
      example = "__vm_for_iterable(\"añb\")",
      result = "[a, ñ, b]")
  public static Object forIterable(Object value) {
    if (value instanceof Number number) {
      return ints(0, number.longValue(), 1);
    }
    if (value instanceof String text) {
      return characters(text);
    }
    if (value instanceof DictValue dict) {
      return dict.keyArray();
    }
    if (value instanceof SetValue set) {
      return set.toArray();
    }
    if (value instanceof QueueValue queue) {
      return queue.toArray();
    }
    if (value instanceof StackValue stack) {
      return stack.toArray();
    }
    return value instanceof BytesValue bytes ? ints(bytes) : value;
  }

  private static ArrayValue characters(String text) {
    int[] codePoints = text.codePoints().toArray();
    Object[] characters = new Object[codePoints.length];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = Text.ofCodePoint(codePoints[i]);
    }
    return ArrayValue.ofObjects(characters, characters.length);
  }

  private static ArrayValue ints(BytesValue bytes) {
    long[] ints = new long[bytes.length()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = bytes.get(i);
    }
    return ArrayValue.ofInts(ints, ints.length);
  }
}
