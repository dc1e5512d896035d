package ruff.stdlib.text;

/**
 * Short pieces that were cut out of a text not long ago. Long texts use their words again and
 * again, and a piece that is known need not be made once more: that costs less than its memory
 * would, and what looks at many of them later finds fewer. Texts whose pieces are all different are
 * found out soon, and cut plainly from then on.
 */
final class RecentPieces {
  private static final int PLACES = 1024;
  private static final int LONGEST = 16;

  /** Pieces after which there must have been enough known ones. */
  private static final int TRIAL = 2048;

  private static final int ENOUGH = TRIAL / 4;

  private final String text;
  private String[] pieces = new String[PLACES];
  private int asked;
  private int found;

  RecentPieces(String text) {
    this.text = text;
  }

  /** The piece from one position up to another. */
  String cut(int from, int to) {
    if (pieces == null || to - from > LONGEST) {
      return text.substring(from, to);
    }
    int hash = to - from;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + text.charAt(at);
    }
    int place = (hash ^ hash >>> 15) & PLACES - 1;
    String known = pieces[place];
    if (known != null && known.length() == to - from && text.startsWith(known, from)) {
      found++;
    } else {
      known = text.substring(from, to);
      pieces[place] = known;
    }
    asked++;
    if (asked == TRIAL && found < ENOUGH) {
      pieces = null;
    }
    return known;
  }
}
