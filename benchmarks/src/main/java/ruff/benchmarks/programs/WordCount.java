package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program {@code word_count} as Java programmers write it. */
public final class WordCount {
  private WordCount() {}

  static String makeText(int n) {
    String[] stems = {
      "red", "green", "blue", "stone", "river", "cloud", "amber", "quick", "north", "lamp"
    };
    List<String> parts = new ArrayList<>();
    long seed = 7;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      parts.add(stems[(int) (seed % 10)] + (seed % 300));
    }
    return String.join(" ", parts);
  }

  /** The result for the size. */
  public static String run(int n) {
    String text = makeText(n);
    Map<String, Integer> counts = new HashMap<>();
    for (String word : text.split(" ")) {
      Integer c = counts.get(word);
      counts.put(word, c == null ? 1 : c + 1);
    }
    String best = "";
    int bestCount = 0;
    for (Map.Entry<String, Integer> e : counts.entrySet()) {
      int c = e.getValue();
      if (c > bestCount || (c == bestCount && e.getKey().compareTo(best) < 0)) {
        best = e.getKey();
        bestCount = c;
      }
    }
    return counts.size() + " " + best + " " + bestCount;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("word_count " + run(n));
  }
}
