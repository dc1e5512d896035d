package ruff.stdlib.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where matches begin and end in ASCII text, for patterns of plain parts. Its states are made
 * when a text leads there: each is the list of steps that a match may have come to, the preferred
 * ones first. There is a limit to their number, beyond which it gives up for good.
 *
 * <p>All states are rows of one {@link #table}. A state's number is where its row begins, plus one
 * when a match ends there.
 *
 * <p>Threads may share one: states are made by one thread at a time, and whoever does not see a new
 * state yet asks for it again.
 */
final class Automaton {
  /** What the table says where nobody has come along yet. */
  static final int UNKNOWN = 0;

  /** The answer of {@link #make} when no match can come of it. */
  static final int DEAD = -1;

  /** The answer of {@link #make} when there would be too many states. */
  static final int FULL = -2;

  private static final int MOST_STATES = 256;
  private static final int FIRST_ROWS = 8;

  private final Steps steps;
  private final boolean[] first = new boolean[Steps.CHARACTERS];
  private final String prefix;

  /**
   * Where the text goes on that a match can begin with, all the same whether here or further on.
   */
  private final BitSet run;

  /** Only replaced by a longer one that begins with the same rows. */
  private int[] table = new int[FIRST_ROWS * Steps.CHARACTERS];

  private final Map<List<Integer>, Integer> numbers = new HashMap<>();

  private final List<int[]> members = new ArrayList<>();
  private final int start;

  private Automaton(Steps steps) {
    this.steps = steps;
    this.run = steps.run();
    BitSet seen = new BitSet();
    List<Integer> beginning = new ArrayList<>();
    add(steps.start(), seen, beginning);
    // No state has the number that stands for what is not known.
    members.add(new int[0]);
    this.start = number(beginning);
    for (int c = 0; c < Steps.CHARACTERS; c++) {
      for (int step : beginning) {
        first[c] |= steps.passes(step, c);
      }
    }
    this.prefix = prefix(steps);
  }

  /** An automaton for a translated pattern, or null when it is not plain. */
  static Automaton of(String translated) {
    Steps steps = StepsReader.read(translated);
    return steps == null ? null : new Automaton(steps);
  }

  /** The text that every match begins with. */
  private static String prefix(Steps steps) {
    StringBuilder prefix = new StringBuilder();
    int step = steps.start();
    while (step != Steps.DONE && !steps.isChoice(step)) {
      int only = -1;
      int count = 0;
      for (int c = 0; c < Steps.CHARACTERS; c++) {
        if (steps.passes(step, c)) {
          only = c;
          count++;
        }
      }
      if (count != 1) {
        break;
      }
      prefix.append((char) only);
      step = steps.next(step);
    }
    return prefix.toString();
  }

  /** The next place from a place on where a match may begin, or -1. */
  int candidate(String text, byte[] ascii, int from) {
    if (!prefix.isEmpty()) {
      return text.indexOf(prefix, from);
    }
    for (int at = from; at < ascii.length; at++) {
      if (first[ascii[at]]) {
        return at;
      }
    }
    return -1;
  }

  /**
   * The first place behind one without a match where there can be a match. If a pattern begins with
   * a class that may repeat without end, and no match begins at a character of that class, then
   * none begins at the next place: it could have begun one earlier.
   */
  int behind(byte[] ascii, int place) {
    int at = place;
    while (run != null && at < ascii.length && run.get(ascii[at])) {
      at++;
    }
    return at + 1;
  }

  /** The state before the first character of a match. */
  int start() {
    return start;
  }

  /** The states behind characters: at {@link #row} plus the character. */
  int[] table() {
    return table;
  }

  /** Where the row of a state begins. */
  static int row(int state) {
    return state & -Steps.CHARACTERS;
  }

  /** Whether a match ends in a state. */
  static boolean accepts(int state) {
    return (state & 1) != 0;
  }

  /** Finds out the state behind a character; the table may be another one afterwards. */
  synchronized int make(int state, int c) {
    BitSet seen = new BitSet();
    List<Integer> result = new ArrayList<>();
    boolean ended = false;
    for (int step : members.get(row(state) / Steps.CHARACTERS)) {
      if (!ended && step != Steps.DONE && steps.passes(step, c)) {
        ended = add(steps.next(step), seen, result);
      }
    }
    int number = result.isEmpty() ? DEAD : number(result);
    if (number != FULL) {
      table[row(state) + c] = number;
    }
    return number;
  }

  /**
   * Adds the steps that come next, through all choices; true when one of them is the end, behind
   * which no less preferred way counts.
   */
  private boolean add(int from, BitSet seen, List<Integer> result) {
    int[] pending = new int[16];
    int count = 0;
    pending[count++] = from;
    while (count > 0) {
      int step = pending[--count];
      if (step == Steps.DONE) {
        result.add(step);
        return true;
      }
      if (seen.get(step)) {
        continue;
      }
      seen.set(step);
      if (steps.isChoice(step)) {
        if (count + 2 > pending.length) {
          pending = Arrays.copyOf(pending, count * 2);
        }
        pending[count++] = steps.otherwise(step);
        pending[count++] = steps.next(step);
      } else {
        result.add(step);
      }
    }
    return false;
  }

  private int number(List<Integer> state) {
    Integer known = numbers.get(state);
    if (known != null) {
      return known;
    }
    int index = members.size();
    if (index == MOST_STATES) {
      return FULL;
    }
    members.add(state.stream().mapToInt(Integer::intValue).toArray());
    int number = index * Steps.CHARACTERS + (state.getLast() == Steps.DONE ? 1 : 0);
    if (number >= table.length) {
      table = Arrays.copyOf(table, table.length * 2);
    }
    numbers.put(state, number);
    return number;
  }
}
