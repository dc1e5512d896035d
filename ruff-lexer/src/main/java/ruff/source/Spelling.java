package ruff.source;

/** Finds the name that was probably meant. */
public final class Spelling {
  private static final int MAX_DISTANCE = 3;

  private Spelling() {}

  /**
   * The candidate with the fewest edits from a word, at most 3 and at most half the word's length;
   * of equals the alphabetically first; null when there is none.
   */
  public static String nearest(String word, Iterable<String> candidates) {
    int limit = Math.min(MAX_DISTANCE, word.length() / 2);
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) > limit || candidate.equals(word)) {
        continue;
      }
      int distance = distance(word, candidate);
      boolean better =
          distance < bestDistance
              || (distance == bestDistance && best != null && candidate.compareTo(best) < 0);
      if (better) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** The number of characters to insert, remove or replace to make one word the other. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
