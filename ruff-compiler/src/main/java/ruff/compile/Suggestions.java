package ruff.compile;

/** Finds the name that a mistyped one was meant to be. */
public final class Suggestions {
  private static final int MAX_DISTANCE = 3;

  private Suggestions() {}

  /**
   * The candidate with the smallest edit distance, of equals the alphabetically first.
   *
   * @return null when none is within 3 edits and half the name's length
   */
  public static String nearest(String name, Iterable<String> candidates) {
    int limit = Math.min(MAX_DISTANCE, name.length() / 2);
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) > limit || candidate.equals(name)) {
        continue;
      }
      int distance = distance(name, candidate);
      boolean better = distance < bestDistance;
      if (better || (distance == bestDistance && best != null && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Levenshtein's distance: insertions, deletions and substitutions count one each. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
