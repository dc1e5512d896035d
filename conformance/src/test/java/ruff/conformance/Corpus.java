package ruff.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs with their expected output, read from the source tree.
 *
 * <p>A folder with a file {@code cmd} is one command case; every other {@code NAME.ruff} with a
 * {@code NAME.out} beside it is a script case.
 */
final class Corpus {
  /** The folder of this module; tests are started in it. */
  static final Path MODULE = Path.of("").toAbsolutePath();

  static final Path PROJECT = MODULE.getParent();
  static final Path CASES = MODULE.resolve("src/test/resources/cases");

  private Corpus() {}

  static List<ScriptCase> scripts() {
    return scripts(CASES);
  }

  /** The script cases below a folder, in order of their names. */
  static List<ScriptCase> scripts(Path root) {
    List<ScriptCase> scripts = new ArrayList<>();
    for (Path folder : folders(root)) {
      list(folder).stream()
          .filter(file -> file.toString().endsWith(".ruff"))
          .filter(file -> Files.exists(ScriptCase.beside(file, ".out")))
          .forEach(file -> scripts.add(new ScriptCase(name(root, file), file)));
    }
    return scripts;
  }

  static List<CommandCase> commands() {
    List<CommandCase> commands = new ArrayList<>();
    walk(
        CASES,
        folder -> {
          if (Files.exists(folder.resolve("cmd"))) {
            commands.add(new CommandCase(name(CASES, folder), folder));
          }
        });
    return commands;
  }

  /** All folders below a root that belong to no command case, the root first. */
  private static List<Path> folders(Path root) {
    List<Path> folders = new ArrayList<>();
    walk(
        root,
        folder -> {
          if (!Files.exists(folder.resolve("cmd"))) {
            folders.add(folder);
          }
        });
    return folders;
  }

  /** Visits folders in order of their names; does not go into command cases. */
  private static void walk(Path root, java.util.function.Consumer<Path> visitor) {
    visitor.accept(root);
    if (Files.exists(root.resolve("cmd"))) {
      return;
    }
    list(root).stream().filter(Files::isDirectory).forEach(folder -> walk(folder, visitor));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/').replaceFirst("\\.ruff$", "");
  }

  /** Copies a folder with everything in it; links stay links. */
  static void copy(Path source, Path target) {
    try {
      Files.walkFileTree(
          source,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              Files.createDirectories(target.resolve(source.relativize(folder)));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.copy(file, target.resolve(source.relativize(file)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The text of a file, or the other text where there is none. */
  static String read(Path file, String otherwise) {
    try {
      return Files.exists(file) ? Files.readString(file) : otherwise;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
