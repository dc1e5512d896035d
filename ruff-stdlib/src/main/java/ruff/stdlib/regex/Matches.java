package ruff.stdlib.regex;

import com.google.re2j.Matcher;

/**
 * The matches in a text from left to right, none overlapping another. An empty match directly
 * behind the one before does not count.
 */
final class Matches {
  private final Matcher matcher;
  private final String text;
  private int from;
  private int lastEnd = -1;

  Matches(Matcher matcher, String text) {
    this.matcher = matcher;
    this.text = text;
  }

  /** Goes on to the next match; false when there is none. */
  boolean advance() {
    while (from <= text.length() && matcher.find(from)) {
      int end = matcher.end();
      boolean empty = matcher.start() == end;
      from = empty ? after(end) : end;
      if (!empty || end != lastEnd) {
        lastEnd = end;
        return true;
      }
    }
    return false;
  }

  private int after(int place) {
    return place < text.length() ? text.offsetByCodePoints(place, 1) : place + 1;
  }

  int start() {
    return matcher.start();
  }

  int end() {
    return matcher.end();
  }

  /** Adds the text of a group, nothing when the group took no part in the match. */
  void appendGroup(StringBuilder out, int group) {
    if (group <= matcher.groupCount() && matcher.start(group) >= 0) {
      out.append(text, matcher.start(group), matcher.end(group));
    }
  }
}
