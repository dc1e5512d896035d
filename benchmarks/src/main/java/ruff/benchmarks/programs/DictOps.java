package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program {@code dict_ops} as Java programmers write it. */
public final class DictOps {
  private DictOps() {}

  static long intKeys(int n) {
    long slots = 20000;
    Map<Long, Long> table = new HashMap<>();
    for (long i = 0; i < slots; i++) table.put(i * 7, i);
    for (long i = 0; i < n; i++) {
      long key = ((i * 7919) % slots) * 7;
      table.put(key, table.get(key) + i % 10);
    }
    long check = 0;
    for (long i = 0; i < slots; i++) check = (check * 3 + table.get(i * 7)) % 1000003;
    return check;
  }

  static long stringKeys(int n) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1000; i++) names.add("key_" + i);
    Map<String, Long> table = new HashMap<>();
    for (String name : names) table.put(name, 0L);
    for (int i = 0; i < n; i++) {
      String name = names.get((int) ((i * 31L) % 1000));
      table.put(name, table.get(name) + i % 7);
    }
    long check = 0;
    for (String name : names) check = (check * 3 + table.get(name)) % 1000003;
    return check;
  }

  /** The result for the size. */
  public static long run(int n) {
    return intKeys(n) * 10 + stringKeys(n);
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("dict_ops " + run(n));
  }
}
