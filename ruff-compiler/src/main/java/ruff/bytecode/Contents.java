package ruff.bytecode;

import java.util.StringJoiner;

/**
 * What a register may hold at some instruction, as a set of bits; paths that meet join their sets.
 *
 * <p>Iterators, counts, cells and modules are no values of the program: each has instructions of
 * its own, and no other may touch it.
 */
final class Contents {
  /** Nothing: some path has not written it. */
  static final int UNWRITTEN = 1;

  /** The state of a variable before its definition. */
  static final int UNDEFINED = 1 << 1;

  static final int VALUE = 1 << 2;

  /** A cell whose variable may be undefined. */
  static final int EMPTY_CELL = 1 << 3;

  /** A cell that holds a value; it never gets undefined again. */
  static final int FULL_CELL = 1 << 4;

  static final int ITERATOR = 1 << 5;

  /** The state of a counted loop. */
  static final int COUNT = 1 << 6;

  static final int MODULE = 1 << 7;

  static final int PERHAPS = VALUE | UNDEFINED;
  static final int CELL = EMPTY_CELL | FULL_CELL;

  private static final String[] WORDS = {
    "nothing",
    "an undefined variable",
    "a value",
    "a cell",
    "a cell",
    "an iterator",
    "a count",
    "a module"
  };

  private Contents() {}

  /** Words for a set, such as {@code a value or nothing}. */
  static String describe(int set) {
    StringJoiner words = new StringJoiner(" or ");
    String last = "";
    for (int bit = WORDS.length - 1; bit >= 0; bit--) {
      if ((set & 1 << bit) != 0 && !WORDS[bit].equals(last)) {
        last = WORDS[bit];
        words.add(last);
      }
    }
    return words.toString();
  }
}
