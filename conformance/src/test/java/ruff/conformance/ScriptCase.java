package ruff.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program {@code NAME.ruff} with its expected output {@code NAME.out} and, where they exist, its
 * status {@code NAME.exit}, lines of the error stream {@code NAME.err}, flags before the file
 * {@code NAME.args}, input {@code NAME.in} and files {@code NAME.*} that it finds beside it.
 */
record ScriptCase(String name, Path file) implements GoldenCase {
  static Path beside(Path file, String ending) {
    String name = file.getFileName().toString().replaceFirst("\\.ruff$", ending);
    return file.resolveSibling(name);
  }

  @Override
  public List<String> differences(Launcher launcher, Tier tier) {
    try (Scratch scratch = Scratch.create()) {
      Path directory = scratch.folder().resolve(file.getParent().getFileName());
      copyFiles(directory);
      List<String> arguments = new ArrayList<>(List.of("run"));
      arguments.addAll(tier.flags());
      arguments.addAll(ShellWords.split(text(".args", "")));
      arguments.add(file.getFileName().toString());
      Observed observed = launcher.run(arguments, directory, text(".in", ""), tier.environment());
      int status = Integer.parseInt(text(".exit", "0").strip());
      return observed.differences(status, text(".out", ""), text(".err", ""));
    }
  }

  private String text(String ending, String otherwise) {
    return Corpus.read(beside(file, ending), otherwise);
  }

  private void copyFiles(Path directory) {
    String stem = beside(file, ".").getFileName().toString();
    try (Stream<Path> entries = Files.list(file.getParent())) {
      Files.createDirectories(directory);
      entries
          .filter(entry -> entry.getFileName().toString().startsWith(stem))
          .forEach(entry -> Corpus.copy(entry, directory.resolve(entry.getFileName())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
