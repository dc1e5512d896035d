package ruff.conformance;

import java.util.List;

/**
 * Decisions of a random test, taken from a list of numbers: a shorter list of smaller numbers makes
 * a simpler test, so that jqwik can shrink what failed.
 */
final class Choices {
  private final List<Integer> numbers;
  private int at;

  Choices(List<Integer> numbers) {
    this.numbers = numbers;
  }

  boolean more() {
    return at < numbers.size();
  }

  /** A number from 0 to below the bound; 0 when the list has ended. */
  int below(int bound) {
    return more() ? Math.floorMod(numbers.get(at++), bound) : 0;
  }

  <T> T of(List<T> options) {
    return options.get(below(options.size()));
  }
}
