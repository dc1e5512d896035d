package ruff.interpreter;

import ruff.value.Ints;
import ruff.value.RuffError;

/**
 * The count behind {@code for i in range(...)}: three registers hold the next value, the end and the
 * step. The rules and messages are those of the native {@code range}.
 */
final class CountedRange {
  private CountedRange() {}

  /** The instruction RANGE: turns the arguments into next value, end and step. */
  static void prepare(Object[] frame, int base, int given) {
    long first = number(frame[base]);
    long start = given == 1 ? 0 : first;
    long end = given == 1 ? first : number(frame[base + 1]);
    long step = given == 3 ? number(frame[base + 2]) : 1;
    if (step == 0) {
      throw new RuffError("range() step cannot be zero");
    }
    frame[base] = Ints.box(start);
    frame[base + 1] = Ints.box(end);
    frame[base + 2] = Ints.box(step);
  }

  private static long number(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number) {
      return (long) (double) number;
    }
    throw new RuffError("range() requires numeric arguments");
  }

  /** The instruction RANGE_NEXT for other steps than 1, and for its last turn. */
  static Object next(Object[] frame, int base) {
    long next = (Long) frame[base];
    long end = (Long) frame[base + 1];
    long step = (Long) frame[base + 2];
    if (step > 0 ? next >= end : next <= end) {
      return null;
    }
    Object value = frame[base];
    long following = next + step;
    boolean overflows = ((next ^ following) & (step ^ following)) < 0;
    frame[base] = overflows ? frame[base + 1] : Ints.box(following);
    return value;
  }
}
