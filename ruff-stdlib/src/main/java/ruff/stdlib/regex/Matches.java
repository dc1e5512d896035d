package ruff.stdlib.regex;

import com.google.re2j.Matcher;
import ruff.natives.CancelSignal;

/**
 * The matches in a text from left to right, none overlapping another. An empty match directly
 * behind the one before does not count.
 *
 * <p>RE2 defines what matches. Where an {@link Automaton} can tell the same sooner it is asked
 * first, for as long as its work stays in proportion to the text.
 */
final class Matches {
  private static final int FREE_STEPS = 1_000;
  private static final int STEPS_PER_CHARACTER = 8;

  private final Regex regex;
  private final String text;

  /** The characters of the text if there is an automaton. */
  private final byte[] ascii;

  private Automaton automaton;
  private long stepsLeft;

  /** Null until it is needed. */
  private Matcher matcher;

  private int from;
  private int lastEnd = -1;
  private int start;
  private int end;

  /** Where the match begins that the matcher has found last, or -1. */
  private int seen = -1;

  /**
   * @param ascii the characters of the text, or null if it has others than ASCII
   */
  Matches(Regex regex, String text, byte[] ascii) {
    this.regex = regex;
    this.automaton = ascii == null ? null : regex.automaton();
    this.text = text;
    this.ascii = ascii;
    this.stepsLeft = FREE_STEPS + (long) STEPS_PER_CHARACTER * text.length();
  }

  Regex regex() {
    return regex;
  }

  /** Goes on to the next match; false when there is none. */
  boolean advance() {
    CancelSignal.check();
    if (automaton != null) {
      int place = run();
      if (automaton != null) {
        return place >= 0;
      }
    }
    while (from <= text.length() && matcher().find(from)) {
      start = matcher.start();
      end = matcher.end();
      seen = start;
      boolean empty = start == end;
      from = empty ? after(end) : end;
      if (!empty || end != lastEnd) {
        lastEnd = end;
        return true;
      }
    }
    return false;
  }

  private Matcher matcher() {
    if (matcher == null) {
      matcher = regex.matcher(text);
    }
    return matcher;
  }

  /**
   * Goes on by the automaton: where the match begins, or -1. Drops the automaton if it gives up.
   */
  private int run() {
    int place = automaton.candidate(text, ascii, from);
    while (place >= 0) {
      CancelSignal.check();
      int found = endFrom(place);
      if (automaton == null) {
        return -1;
      }
      if (found >= 0) {
        start = place;
        end = found;
        from = found;
        lastEnd = found;
        return place;
      }
      place = automaton.candidate(text, ascii, automaton.behind(ascii, place));
    }
    return -1;
  }

  /** Where the match ends that begins here, or -1. */
  private int endFrom(int place) {
    int[] table = automaton.table();
    int state = automaton.start();
    int found = -1;
    int at = place;
    while (at < ascii.length) {
      int c = ascii[at];
      int row = Automaton.row(state);
      state = row < table.length ? table[row + c] : Automaton.UNKNOWN;
      if (state <= Automaton.UNKNOWN) {
        if (state == Automaton.UNKNOWN) {
          state = automaton.make(row, c);
          table = automaton.table();
        }
        if (state < 0) {
          break;
        }
      }
      at++;
      if (Automaton.accepts(state)) {
        found = at;
      }
    }
    stepsLeft -= at - place + 1;
    if (state == Automaton.FULL || stepsLeft < 0) {
      automaton = null;
    }
    return found;
  }

  private int after(int place) {
    return place < text.length() ? text.offsetByCodePoints(place, 1) : place + 1;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Adds the text of a group, nothing when the group took no part in the match. */
  void appendGroup(StringBuilder out, int group) {
    if (group == 0) {
      out.append(text, start, end);
      return;
    }
    if (matcher == null || seen != start) {
      matcher().find(start);
      seen = start;
    }
    if (group <= matcher.groupCount() && matcher.start(group) >= 0) {
      out.append(text, matcher.start(group), matcher.end(group));
    }
  }
}
