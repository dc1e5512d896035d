package ruff.stdlib.archive;

import java.io.IOException;
import java.io.InputStream;
import ruff.host.FileAccess;
import ruff.host.FileFacts;
import ruff.host.OpenFile;
import ruff.host.SystemError;
import ruff.stdlib.file.FileErrors;
import ruff.stdlib.file.Paths;
import ruff.value.RuffError;

/** Puts files and folders into an archive. */
final class ArchiveInput {
  /** Deeper than the path of any file can be: the folders link to each other in a circle. */
  private static final int MAX_DEPTH = 1024;

  private final FileAccess files;
  private final ArchiveValue archive;
  private final String duplicate;

  /**
   * @param duplicate what an error about a second entry of a name says in front of the name
   */
  ArchiveInput(FileAccess files, ArchiveValue archive, String duplicate) {
    this.files = files;
    this.archive = archive;
    this.duplicate = duplicate;
  }

  /** Adds a file under its base name. */
  void addFile(String path) {
    String failed = "Failed to read source file";
    try {
      FileFacts facts = files.sourceFacts(path);
      if (facts.isFolder()) {
        throw new RuffError(failed + " '" + path + "': " + SystemError.IS_A_DIRECTORY.text());
      }
      add(Paths.basename(path), path, facts, failed);
    } catch (IOException failure) {
      throw FileErrors.failed(failed, path, failure);
    }
  }

  /** Adds what is in a folder, names relative to it. */
  void addFolder(String path) {
    addContents(path, "", 0);
  }

  private void addContents(String folder, String prefix, int depth) {
    try {
      if (depth > MAX_DEPTH) {
        throw new RuffError("Failed to read directory: " + SystemError.TOO_MANY_LINKS.text());
      }
      for (String name : files.listSource(folder)) {
        String path = folder.endsWith("/") ? folder + name : folder + "/" + name;
        addItem(path, prefix + name, depth);
      }
    } catch (IOException failure) {
      throw new RuffError("Failed to read directory: " + FileErrors.words(failure));
    }
  }

  private void addItem(String path, String name, int depth) {
    String failed = "Failed to read";
    try {
      FileFacts facts = files.sourceFacts(path);
      if (facts.isFolder()) {
        claim(name + "/");
        archive.addFolder(name + "/");
        addContents(path, name + "/", depth + 1);
      } else if (!files.isSame(path, archive.file())) {
        add(name, path, facts, failed);
      }
    } catch (IOException failure) {
      throw FileErrors.failed(failed, path, failure);
    }
  }

  private void add(String name, String path, FileFacts facts, String failed) throws IOException {
    if (!facts.isFile()) {
      throw new RuffError(failed + " '" + path + "': " + SystemError.INVALID_ARGUMENT.text());
    }
    try (OpenFile file = files.openSource(path);
        InputStream data = file.input()) {
      claim(name);
      archive.addFile(name, new BoundedInput(data, facts.size()), facts.size());
    }
  }

  private void claim(String name) {
    if (!archive.claim(name)) {
      throw new RuffError(duplicate + " '" + name + "': " + archive.duplicate() + name);
    }
  }
}
