package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;

/** The program {@code string_build} as Java programmers write it. */
public final class StringBuild {
  private StringBuild() {}

  /** The result for the size. */
  public static long run(int n) {
    StringBuilder buf = new StringBuilder();
    for (int i = 0; i < n; i++) buf.append("item ").append(i % 1000).append(";");
    String text = buf.toString();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < n; i++) parts.add(Long.toString(i * 3L));
    String joined = String.join(",", parts);
    String loud = joined.substring(0, Math.min(1000, joined.length())).toUpperCase();
    return text.length()
        + joined.length() * 3L
        + text.replace("item 7", "it7").length()
        + loud.length();
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("string_build " + run(n));
  }
}
