package ruff.value;

import java.lang.ref.WeakReference;

/**
 * Where the code points of a longer string lie, so that running over it by position costs constant
 * time a step.
 *
 * <p>Strings without surrogates need nothing but that fact; for others the place of every 16th code
 * point is kept. Indexes are found through a small table by the string's identity, which holds
 * strings weakly. Entries are immutable and put in without a lock: a lost race costs a new index.
 */
final class TextIndex extends WeakReference<String> {
  private static final int STRIDE = 16;
  private static final int WAYS = 256;
  private static final TextIndex[] KNOWN = new TextIndex[WAYS];

  private final int codePoints;

  /** The place of code points 0, 16, 32 and so on; null when every char is a code point. */
  private final int[] places;

  private TextIndex(String text) {
    super(text);
    codePoints = text.codePointCount(0, text.length());
    places = codePoints == text.length() ? null : places(text, codePoints);
  }

  static TextIndex of(String text) {
    int way = System.identityHashCode(text) & (WAYS - 1);
    TextIndex known = KNOWN[way];
    if (known != null && known.refersTo(text)) {
      return known;
    }
    return ofOther(text, way);
  }

  /**
   * Looks at the neighbouring way too, so that two strings in turns do not drive each other out.
   */
  private static TextIndex ofOther(String text, int way) {
    TextIndex neighbour = KNOWN[way ^ 1];
    if (neighbour != null && neighbour.refersTo(text)) {
      return neighbour;
    }
    TextIndex made = new TextIndex(text);
    KNOWN[way ^ 1] = KNOWN[way];
    KNOWN[way] = made;
    return made;
  }

  boolean isPlain() {
    return places == null;
  }

  int codePoints() {
    return codePoints;
  }

  /** The place of a code point, 0 to the number of code points. */
  int place(String text, int codePoint) {
    if (places == null) {
      return codePoint;
    }
    return text.offsetByCodePoints(places[codePoint / STRIDE], codePoint % STRIDE);
  }

  /** The number of code points before a place. */
  int codePointAt(String text, int place) {
    if (places == null) {
      return place;
    }
    int low = place / (2 * STRIDE);
    int high = Math.min(place / STRIDE, places.length - 1);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (places[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * STRIDE + text.codePointCount(places[low], place);
  }

  private static int[] places(String text, int codePoints) {
    int[] places = new int[codePoints / STRIDE + 1];
    for (int i = 1; i < places.length; i++) {
      places[i] = text.offsetByCodePoints(places[i - 1], STRIDE);
    }
    return places;
  }
}
