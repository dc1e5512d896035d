package ruff.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds the file of a program. */
final class ProgramSearch {
  private static final String USUAL_FOLDERS = "/usr/local/bin:/usr/bin:/bin";

  private ProgramSearch() {}

  /**
   * The file that a program's name means.
   *
   * @param folders separated by colons, or null; not looked at when the name holds a slash
   * @param directory the absolute path of the folder that the program is going to start in
   * @throws IOException when there is none or it cannot be executed
   */
  static Path find(String name, String folders, Path directory) throws IOException {
    try {
      return name.indexOf('/') >= 0
          ? checked(directory.resolve(name))
          : search(name, folders == null ? USUAL_FOLDERS : folders, directory);
    } catch (InvalidPathException unusable) {
      throw new NoSuchFileException(name);
    }
  }

  private static Path search(String name, String folders, Path directory) throws IOException {
    IOException reason = new NoSuchFileException(name);
    if (name.isEmpty()) {
      throw reason;
    }
    for (String folder : folders.split(":", -1)) {
      Path file = directory.resolve(folder).resolve(name);
      if (isProgram(file)) {
        return file;
      }
      if (Files.isRegularFile(file)) {
        reason = new AccessDeniedException(name);
      }
    }
    throw reason;
  }

  private static Path checked(Path file) throws IOException {
    if (isProgram(file)) {
      return file;
    }
    throw Files.exists(file)
        ? new AccessDeniedException(file.toString())
        : new NoSuchFileException(file.toString());
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
