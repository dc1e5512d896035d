package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program {@code report} as Java programmers write it. */
public final class Report {
  private Report() {}

  private record Item(String name, long count, double price) {}

  private static final String[] STEMS = {
    "bolt", "nut", "washer", "hinge", "bracket", "spring", "gear"
  };

  private static List<Item> items(int n) {
    List<Item> items = new ArrayList<>();
    long seed = 5;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      String name = STEMS[(int) (seed % 7)] + "-" + i;
      items.add(new Item(name, seed % 97, seed % 1000 * 0.25));
    }
    return items;
  }

  private static String shown(double x) {
    return x == (long) x ? Long.toString((long) x) : Double.toString(x);
  }

  private static String line(Item item) {
    String count = Long.toString(item.count());
    String worth = shown(item.count() * item.price());
    return item.name()
        + ".".repeat(Math.max(0, 16 - item.name().length()))
        + " ".repeat(Math.max(0, 4 - count.length()))
        + count
        + " x "
        + shown(item.price())
        + " ".repeat(Math.max(0, 10 - worth.length()))
        + worth;
  }

  /** The result for the size. */
  public static String run(int n) {
    List<String> lines = new ArrayList<>();
    long total = 0;
    for (Item item : items(n)) {
      if (item.count() % 10 != 0) {
        lines.add(line(item));
        total += item.count();
      }
    }
    String text = String.join("\n", lines);
    long bolts = 0;
    for (String line : text.split("\n")) {
      if (line.startsWith("bolt")) {
        bolts += line.toUpperCase(Locale.ROOT).length();
      }
    }
    return text.length() + " " + bolts + " " + total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("report " + run(Integer.parseInt(args[0])));
  }
}
