package ruff.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/**
 * Tells whether a file, known by its identity, has a name somewhere below a folder. A folder that
 * is too large to look through at each question has every file.
 */
record FolderContents(Path folder) implements Predicate<Object> {
  private static final int MOST_ENTRIES = 10_000;

  @Override
  public boolean test(Object identity) {
    Search search = new Search(identity);
    try {
      Files.walkFileTree(folder, search);
    } catch (IOException gone) {
      return search.found;
    }
    return search.found;
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final Object identity;
    private int entries;
    private boolean found;

    Search(Object identity) {
      this.identity = identity;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
      entries++;
      found = identity.equals(facts.fileKey()) || entries > MOST_ENTRIES;
      return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What cannot be looked at, or has just gone. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
