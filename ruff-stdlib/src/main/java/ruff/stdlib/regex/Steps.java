package ruff.stdlib.regex;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A pattern as steps to take, each step a character to pass or a choice, the preferred way first.
 * Holds patterns of plain parts only, which means characters, classes, groups, choices and
 * repetitions; those that match no text at all are left out too.
 */
final class Steps {
  /** How many steps are too many for an automaton. */
  private static final int MOST = 2_000;

  static final int CHARACTERS = 128;

  /** Marks the end of the pattern. */
  static final int DONE = -1;

  /** Marks a choice. */
  private static final int CHOICE = -2;

  private int count;

  /** For each step the number of its class of characters, or {@link #CHOICE}. */
  private int[] kinds = new int[16];

  /** Where to go on; of a choice, where to go first. */
  private int[] next = new int[16];

  /** Of a choice, where to go else. */
  private int[] otherwise = new int[16];

  private BitSet[] classes = new BitSet[4];
  private int classCount;
  private int start;
  private BitSet run;

  /**
   * @param run the class of which any number may stand at the beginning, or null
   */
  void begin(int first, BitSet run) {
    this.start = first;
    this.run = run;
  }

  /** The class that a pattern begins with and that may repeat without end, or null. */
  BitSet run() {
    return run;
  }

  int start() {
    return start;
  }

  boolean isFull() {
    return count > MOST;
  }

  /** Adds the step that passes one of these characters and goes on to another step. */
  int pass(BitSet characters, int then) {
    if (classCount == classes.length) {
      classes = Arrays.copyOf(classes, classCount * 2);
    }
    classes[classCount] = characters;
    return add(classCount++, then, DONE);
  }

  /** Adds a choice. */
  int choice(int first, int second) {
    return add(CHOICE, first, second);
  }

  /** Says where a choice leads that was made before its ways were known. */
  void lead(int choice, int first, int second) {
    next[choice] = first;
    otherwise[choice] = second;
  }

  private int add(int kind, int then, int otherwiseThen) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      next = Arrays.copyOf(next, count * 2);
      otherwise = Arrays.copyOf(otherwise, count * 2);
    }
    kinds[count] = kind;
    next[count] = then;
    otherwise[count] = otherwiseThen;
    return count++;
  }

  boolean isChoice(int step) {
    return kinds[step] == CHOICE;
  }

  boolean passes(int step, int character) {
    return classes[kinds[step]].get(character);
  }

  int next(int step) {
    return next[step];
  }

  int otherwise(int step) {
    return otherwise[step];
  }
}
