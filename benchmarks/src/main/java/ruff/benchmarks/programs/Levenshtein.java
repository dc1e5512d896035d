package ruff.benchmarks.programs;

/** The program {@code levenshtein} as Java programmers write it. */
public final class Levenshtein {
  private Levenshtein() {}

  private static String word(int n, long seed) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      text.append("abcdefgh".charAt((int) (seed % 8)));
    }
    return text.toString();
  }

  private static long distance(String a, String b) {
    long[][] table = new long[a.length() + 1][];
    table[0] = new long[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      table[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      long[] row = new long[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        long best = table[i - 1][j - 1];
        if (a.charAt(i - 1) != b.charAt(j - 1)) {
          best++;
        }
        best = Math.min(best, table[i - 1][j] + 1);
        row[j] = Math.min(best, row[j - 1] + 1);
      }
      table[i] = row;
    }
    return table[a.length()][b.length()];
  }

  /** The result for the size. */
  public static long run(int n) {
    return distance(word(n, 11), word(n, 12));
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("levenshtein " + run(Integer.parseInt(args[0])));
  }
}
