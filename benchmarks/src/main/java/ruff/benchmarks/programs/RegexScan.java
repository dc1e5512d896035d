package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program {@code regex_scan} as Java programmers write it. */
public final class RegexScan {
  private RegexScan() {}

  static List<String> findAll(Pattern p, String text) {
    List<String> hits = new ArrayList<>();
    Matcher m = p.matcher(text);
    while (m.find()) hits.add(m.group());
    return hits;
  }

  /** The result for the size. */
  public static long run(int n) {
    String[] levels = {"INFO", "WARN", "ERROR", "DEBUG"};
    List<String> lines = new ArrayList<>();
    long seed = 5;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      lines.add(
          "2026-11-"
              + (10 + seed % 20)
              + " "
              + levels[(int) (seed % 4)]
              + " user=u"
              + (seed % 997)
              + " took "
              + (seed % 5000)
              + "ms from 10.0."
              + (seed % 200)
              + "."
              + (seed % 250));
    }
    Pattern error = Pattern.compile("ERROR user=u[0-9]+ took [0-9]+ms");
    Pattern digits = Pattern.compile("[0-9]+");
    Pattern ip = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    long errors = 0, found = 0, chars = 0;
    for (String line : lines) {
      if (error.matcher(line).find()) errors++;
      found += findAll(digits, line).size();
      chars += ip.matcher(line).replaceAll("<ip>").length();
    }
    String whole = String.join("\n", lines);
    List<String> words = findAll(Pattern.compile("user=u[0-9]*7 "), whole);
    return errors * 1000 + found + chars * 3 + words.size();
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("regex_scan " + run(n));
  }
}
