package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;

/** The program {@code text_wrap} as Java programmers write it. */
public final class TextWrap {
  private TextWrap() {}

  private static String text(int n) {
    String letters = "etaoinshrdlucmfwyp";
    List<String> words = new ArrayList<>();
    long seed = 31;
    for (int i = 0; i < n; i++) {
      StringBuilder word = new StringBuilder();
      seed = (seed * 16807) % 2147483647;
      long length = seed % 9 + 1;
      for (long k = 0; k < length; k++) {
        seed = (seed * 16807) % 2147483647;
        word.append(letters.charAt((int) (seed % 18)));
      }
      words.add(word.toString());
    }
    return String.join(" ", words);
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The result for the size. */
  public static String run(int n) {
    List<String> lines = wrapped(text(n), 72);
    long check = 0;
    int full = 0;
    for (String line : lines) {
      check = (check * 31 + line.length()) % 1000003;
      if (line.length() == 72) {
        full++;
      }
      int vowels = 0;
      for (int i = 0; i < line.length(); i++) {
        if ("aeiou".indexOf(line.charAt(i)) >= 0) {
          vowels++;
        }
      }
      check = (check + vowels) % 1000003;
    }
    return lines.size() + " " + full + " " + check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("text_wrap " + run(Integer.parseInt(args[0])));
  }
}
