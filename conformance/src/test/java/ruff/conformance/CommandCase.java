package ruff.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder with a command line in {@code cmd} (the words after {@code ruff}), run in a copy of the
 * folder, and what it expects.
 *
 * <p>{@code expected.stdout} is the exact output; {@code expected.json} the output as JSON, without
 * the dotted paths of {@code ignore}; {@code expected.has} and {@code expected.hasnot} are texts
 * that must or must not occur; {@code expected.err} lines of the error stream; {@code
 * expected.exit} the status; {@code expected.files} files that exist afterwards with this content.
 * {@code stdin} is the input and {@code env} holds variables.
 */
record CommandCase(String name, Path folder) implements GoldenCase {
  private static final Set<String> OWN_FILES =
      Set.of(
          "cmd",
          "stdin",
          "env",
          "ignore",
          "expected.stdout",
          "expected.json",
          "expected.has",
          "expected.hasnot",
          "expected.err",
          "expected.exit",
          "expected.files");

  @Override
  public List<String> differences(Launcher launcher, Tier tier) {
    try (Scratch scratch = Scratch.create()) {
      Path directory = scratch.folder().resolve(folder.getFileName());
      copyFiles(directory);
      Observed observed =
          launcher.run(arguments(tier), directory, text("stdin", ""), environment(tier));
      Path exact = folder.resolve("expected.stdout");
      String wantedOut = Files.exists(exact) ? Corpus.read(exact, "") : null;
      int status = Integer.parseInt(text("expected.exit", "0").strip());
      List<String> differences =
          new ArrayList<>(observed.differences(status, wantedOut, text("expected.err", "")));
      differences.addAll(missingTexts(observed.out()));
      differences.addAll(otherJson(observed.out()));
      differences.addAll(otherFiles(directory));
      return differences;
    }
  }

  private List<String> arguments(Tier tier) {
    List<String> words = new ArrayList<>(ShellWords.split(text("cmd", "")));
    boolean runsFile = words.size() > 1 && words.getFirst().equals("run");
    boolean asksForHelp = words.contains("--help") && !words.contains("--");
    if (runsFile && !asksForHelp) {
      words.addAll(1, tier.flags());
    }
    return words;
  }

  private Map<String, String> environment(Tier tier) {
    Map<String, String> variables = new HashMap<>(tier.environment());
    variables.put("NO_COLOR", "1");
    text("env", "")
        .lines()
        .filter(line -> !line.isEmpty())
        .forEach(line -> variables.put(line.split("=", 2)[0], line.split("=", 2)[1]));
    return variables;
  }

  private List<String> missingTexts(String out) {
    List<String> differences = new ArrayList<>();
    text("expected.has", "")
        .lines()
        .filter(line -> !out.contains(line))
        .forEach(line -> differences.add("the output lacks '" + line + "'"));
    text("expected.hasnot", "")
        .lines()
        .filter(out::contains)
        .forEach(line -> differences.add("the output has '" + line + "'"));
    return differences;
  }

  private List<String> otherJson(String out) {
    String wanted = text("expected.json", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    try {
      Object got = JsonText.read(out);
      Object want = JsonText.read(wanted);
      for (String path : text("ignore", "").split("\\s+")) {
        JsonText.drop(got, List.of(path.split("\\.")));
        JsonText.drop(want, List.of(path.split("\\.")));
      }
      return want.equals(got)
          ? List.of()
          : List.of("JSON\n     got: " + got + "\nexpected: " + want);
    } catch (IllegalArgumentException bad) {
      return List.of("the output is no JSON: " + bad.getMessage());
    }
  }

  private List<String> otherFiles(Path directory) {
    Path wanted = folder.resolve("expected.files");
    if (!Files.isDirectory(wanted)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(wanted)) {
      return files
          .filter(Files::isRegularFile)
          .map(wanted::relativize)
          .filter(file -> !same(wanted.resolve(file), directory.resolve(file)))
          .map(file -> "the file " + file + " is missing or differs")
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean same(Path wanted, Path got) {
    try {
      return Files.exists(got) && Files.mismatch(wanted, got) < 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void copyFiles(Path directory) {
    try (Stream<Path> entries = Files.list(folder)) {
      Files.createDirectories(directory);
      entries
          .filter(entry -> !OWN_FILES.contains(entry.getFileName().toString()))
          .forEach(entry -> Corpus.copy(entry, directory.resolve(entry.getFileName())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String text(String file, String otherwise) {
    return Corpus.read(folder.resolve(file), otherwise);
  }
}
