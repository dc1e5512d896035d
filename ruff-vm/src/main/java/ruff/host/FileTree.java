package ruff.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be done to the files of the machine. Paths are absolute. */
interface FileTree {
  /** Follows links, as the operating system does by itself. */
  FileTree PLAIN = new Plain();

  FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException;

  PosixFileAttributes attributes(Path file, LinkOption... links) throws IOException;

  /** The names in a folder, in any order. */
  List<Path> names(Path folder) throws IOException;

  /** Makes a folder and those above it; one that exists is fine. */
  void createFolders(Path folder) throws IOException;

  /** Gives something another name in one step, replacing a file of that name. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file, a link or an empty folder. */
  void delete(Path file) throws IOException;

  /** Sets the permission bits. */
  void setMode(Path file, Set<java.nio.file.attribute.PosixFilePermission> mode) throws IOException;

  /** See {@link #PLAIN}. */
  final class Plain implements FileTree {
    private Plain() {}

    @Override
    public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
      return FileChannel.open(file, options);
    }

    @Override
    public PosixFileAttributes attributes(Path file, LinkOption... links) throws IOException {
      return Files.readAttributes(file, PosixFileAttributes.class, links);
    }

    @Override
    public List<Path> names(Path folder) throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        return namesIn(entries);
      }
    }

    @Override
    public void createFolders(Path folder) throws IOException {
      Files.createDirectories(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
      Files.delete(file);
    }

    @Override
    public void setMode(Path file, Set<java.nio.file.attribute.PosixFilePermission> mode)
        throws IOException {
      Files.setPosixFilePermissions(file, mode);
    }
  }

  static List<Path> namesIn(DirectoryStream<Path> entries) throws IOException {
    List<Path> names = new ArrayList<>();
    try {
      for (Path entry : entries) {
        names.add(entry.getFileName());
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    return names;
  }
}
