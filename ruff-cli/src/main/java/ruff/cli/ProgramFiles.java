package ruff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the programs of a folder. */
final class ProgramFiles {
  private ProgramFiles() {}

  static boolean isProgram(Path file) {
    return file.getFileName().toString().endsWith(".ruff") && Files.isRegularFile(file);
  }

  /**
   * The programs of a folder and the folders in it, hidden ones apart, sorted by path.
   *
   * @throws IOException when a folder cannot be read
   */
  static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path entry : sorted(folder)) {
      boolean hidden = entry.getFileName().toString().startsWith(".");
      if (isProgram(entry)) {
        found.add(entry);
      } else if (!hidden && Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
        found.addAll(below(entry));
      }
    }
    return found;
  }

  /**
   * The programs of a folder itself, sorted by name.
   *
   * @throws IOException when the folder cannot be read
   */
  static List<Path> directlyIn(Path folder) throws IOException {
    return sorted(folder).stream().filter(ProgramFiles::isProgram).toList();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
