package ruff.interpreter;

import ruff.value.Ints;
import ruff.value.RuffError;

/**
 * The count behind {@code for i in range(...)} and {@code for i in n}. The rules and messages are
 * those of the native {@code range}.
 */
public final class CountedRange extends Iteration {
  private final long end;
  private final long step;
  private long next;
  private boolean done;

  /**
   * @param step not zero
   */
  public CountedRange(long start, long end, long step) {
    this.next = start;
    this.end = end;
    this.step = step;
  }

  /** The instruction RANGE. */
  static CountedRange of(Object[] frame, int base, int given) {
    long first = number(frame[base]);
    long start = given == 1 ? 0 : first;
    long end = given == 1 ? first : number(frame[base + 1]);
    long step = given == 3 ? number(frame[base + 2]) : 1;
    if (step == 0) {
      throw new RuffError("range() step cannot be zero");
    }
    return new CountedRange(start, end, step);
  }

  public long end() {
    return end;
  }

  public long step() {
    return step;
  }

  /** The next number if there is one. */
  public long upcoming() {
    return next;
  }

  public boolean isDone() {
    return done;
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

  public boolean hasNext() {
    return !done && (step > 0 ? next < end : next > end);
  }

  @Override
  Object next() {
    return hasNext() ? Ints.box(take()) : null;
  }

  /** The next number; there is one. */
  public long take() {
    long value = next;
    next = value + step;
    done = ((value ^ next) & (step ^ next)) < 0;
    return value;
  }
}
