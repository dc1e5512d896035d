package ruff.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates expressions in one program, each for itself, and tells what became of each. */
final class Attempts {
  /**
   * What became of an expression.
   *
   * @param raised whether it ended in an error
   * @param text the error's message, or what {@code print} shows of the value
   */
  record Outcome(boolean raised, String text) {
    @Override
    public String toString() {
      return raised ? "error: " + text : "value: " + text;
    }
  }

  /** Begins the lines that are not printed by the expressions. */
  private static final String MARK = "@outcome ";

  private static final String HEAD =
      """
      struct Point { x: int }
      func* gen() { yield 1 }
      """;

  private final Tier tier;
  private final List<String> flags;

  /**
   * @param flags options of {@code ruff run} that say what is granted
   */
  Attempts(Tier tier, List<String> flags) {
    this.tier = tier;
    this.flags = flags;
  }

  /** The outcomes in the order of the expressions. */
  List<Outcome> run(List<String> expressions) {
    if (expressions.isEmpty()) {
      return List.of();
    }
    StringBuilder program = new StringBuilder();
    for (String expression : expressions) {
      program.append(
          """
          try {
            print("%s" + to_json([false, to_string(%s)]))
          } except problem {
            print("%s" + to_json([true, problem.message]))
          }
          """
              .formatted(MARK, expression, MARK));
    }
    Observed observed = run(HEAD + program);
    List<Outcome> outcomes =
        observed
            .out()
            .lines()
            .filter(line -> line.contains(MARK))
            .map(line -> line.substring(line.indexOf(MARK) + MARK.length()))
            .map(Attempts::outcome)
            .toList();
    if (outcomes.size() != expressions.size()) {
      String next = outcomes.size() < expressions.size() ? expressions.get(outcomes.size()) : "";
      throw new AssertionError("the program ended at '" + next + "': " + observed);
    }
    return outcomes;
  }

  private static Outcome outcome(String json) {
    List<?> parts = (List<?>) JsonText.read(json);
    return new Outcome((Boolean) parts.get(0), (String) parts.get(1));
  }

  /** Runs a program with everything around it that examples may use. */
  Observed run(String program) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(tier.flags());
    arguments.addAll(flags);
    arguments.add("main.ruff");
    try (Scratch scratch = Scratch.create()) {
      if (LibraryFixture.needsFiles(program)) {
        LibraryFixture.fill(scratch.folder());
      }
      Files.writeString(
          scratch.folder().resolve("main.ruff"), LibraryFixture.variables(program) + program);
      Map<String, String> environment = new HashMap<>(LibraryFixture.environment());
      environment.putAll(tier.environment());
      return new InProcess().run(arguments, scratch.folder(), "", environment);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
