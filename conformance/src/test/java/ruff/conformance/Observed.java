package ruff.conformance;

import java.util.ArrayList;
import java.util.List;

/** What one run of {@code ruff} did. */
record Observed(int status, String out, String err) {
  /** What differs from the expected status, output (null: any) and lines of the error stream. */
  List<String> differences(int wantedStatus, String wantedOut, String wantedErr) {
    List<String> differences = new ArrayList<>();
    if (status != wantedStatus) {
      differences.add("status " + status + ", expected " + wantedStatus);
    }
    if (wantedOut != null && !out.equals(wantedOut)) {
      differences.add(firstDifference(wantedOut));
    }
    wantedErr
        .lines()
        .filter(line -> !line.isEmpty() && !err.contains(line))
        .forEach(line -> differences.add("the error stream lacks '" + line + "'"));
    if (!differences.isEmpty() && !err.isBlank()) {
      differences.add("error stream: " + err.substring(0, Math.min(err.length(), 600)).strip());
    }
    return differences;
  }

  private String firstDifference(String wanted) {
    List<String> got = out.lines().toList();
    List<String> want = wanted.lines().toList();
    for (int i = 0; i < Math.max(got.size(), want.size()); i++) {
      String a = i < got.size() ? got.get(i) : "<end>";
      String b = i < want.size() ? want.get(i) : "<end>";
      if (!a.equals(b)) {
        return "line " + (i + 1) + " of the output\n     got: " + a + "\nexpected: " + b;
      }
    }
    return "the output differs in its line ends only";
  }
}
