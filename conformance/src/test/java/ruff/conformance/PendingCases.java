package ruff.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * Cases whose subject is not built yet, with the reason: lines {@code NAME<TAB>REASON} of one file.
 *
 * <p>The list can only shrink: a pending case that passes fails the build until its line is
 * removed, and so does a line without a case.
 */
record PendingCases(Map<String, String> reasons) {
  private static final String FILE = "pending.tsv";

  static PendingCases load() {
    Map<String, String> reasons = new TreeMap<>();
    Corpus.read(Corpus.CASES.resolveSibling(FILE), "")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              String[] columns = line.split("\t", 2);
              reasons.put(columns[0], columns[1]);
            });
    return new PendingCases(reasons);
  }

  boolean contains(GoldenCase golden) {
    return reasons.containsKey(golden.name());
  }
}
