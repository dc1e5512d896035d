package ruff.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runnable examples of a Markdown page.
 *
 * <p>A block fenced with {@code ```ruff} is a program; {@code ```output} after it is what it
 * prints, {@code ```error} holds lines of the error stream of a program that fails. A block fenced
 * with {@code ```ruff NAME.ruff} is a file that the next program finds beside it.
 */
final class Guide {
  /**
   * One program of the page.
   *
   * @param line where the program begins, from 1
   * @param files texts of the files beside it, by name
   * @param output what it prints, or null where the page does not say
   * @param errors lines of the error stream; empty for a program that succeeds
   */
  record Example(
      int line, String program, Map<String, String> files, String output, String errors) {}

  private final List<String> lines;
  private final List<Example> examples = new ArrayList<>();
  private Map<String, String> files = new LinkedHashMap<>();
  private int at;

  private Guide(List<String> lines) {
    this.lines = lines;
  }

  static List<Example> examples(Path page) {
    Guide guide = new Guide(Corpus.read(page, "").lines().toList());
    while (guide.at < guide.lines.size()) {
      guide.line();
    }
    return guide.examples;
  }

  private void line() {
    String line = lines.get(at);
    if (line.equals("```ruff")) {
      example();
    } else if (line.startsWith("```ruff ")) {
      files.put(line.substring("```ruff ".length()), block());
    } else if (line.startsWith("```")) {
      block();
    } else {
      at++;
    }
  }

  private void example() {
    int start = at + 2;
    String program = block();
    String output = at < lines.size() && lines.get(at).equals("```output") ? block() : null;
    String errors = at < lines.size() && lines.get(at).equals("```error") ? block() : "";
    examples.add(new Example(start, program, files, output, errors));
    files = new LinkedHashMap<>();
  }

  /** The lines of the block that begins here; goes on behind its end. */
  private String block() {
    StringBuilder text = new StringBuilder();
    for (at++; !lines.get(at).equals("```"); at++) {
      text.append(lines.get(at)).append('\n');
    }
    at++;
    return text.toString();
  }
}
