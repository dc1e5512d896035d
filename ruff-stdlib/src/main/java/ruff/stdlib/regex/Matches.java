package ruff.stdlib.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
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

  private final Pattern pattern;
  private final String text;
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
   * @param automaton for this pattern and texts like this one, or null
   */
  Matches(Pattern pattern, Automaton automaton, String text) {
    this.pattern = pattern;
    this.automaton = automaton;
    this.text = text;
    this.stepsLeft = FREE_STEPS + (long) STEPS_PER_CHARACTER * text.length();
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
      matcher = pattern.matcher(LongText.of(text));
    }
    return matcher;
  }

  /**
   * Goes on by the automaton: where the match begins, or -1. Drops the automaton if it gives up.
   */
  private int run() {
    int place = automaton.candidate(text, from);
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
      place = automaton.candidate(text, place + 1);
    }
    return -1;
  }

  /** Where the match ends that begins here, or -1. */
  private int endFrom(int place) {
    Automaton known = automaton;
    int state = known.start();
    int found = -1;
    int at = place;
    while (at < text.length()) {
      state = known.next(state, text.charAt(at));
      if (state < 0) {
        break;
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
