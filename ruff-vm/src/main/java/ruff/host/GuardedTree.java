package ruff.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ruff.policy.Policy;

/**
 * Touches exactly the files that the policy has agreed to. The paths that it gets are without
 * links; each is walked folder by folder from the highest one that the program may change anything
 * in, by open folders, not by name, and a link on the way is an error. So nobody gains anything by
 * putting a link in the place of a folder after the policy was asked.
 */
final class GuardedTree implements FileTree {
  private static final Path HERE = Path.of(".");

  /** Something that is done to a name in an open folder. */
  private interface Action<T> {
    T in(SecureDirectoryStream<Path> folder, Path name) throws IOException;
  }

  private final Policy policy;

  GuardedTree(Policy policy) {
    this.policy = policy;
  }

  private <T> T at(Path file, Action<T> action) throws IOException {
    Path start = start(file);
    SecureDirectoryStream<Path> folder = secure(Files.newDirectoryStream(start));
    try {
      Path name = HERE;
      if (!start.equals(file)) {
        Path rest = start.relativize(file);
        for (int i = 0; i < rest.getNameCount() - 1; i++) {
          folder = enter(folder, rest.getName(i));
        }
        name = rest.getFileName();
      }
      return action.in(folder, name);
    } finally {
      folder.close();
    }
  }

  private static SecureDirectoryStream<Path> enter(SecureDirectoryStream<Path> folder, Path name)
      throws IOException {
    try (folder) {
      return secure(entries(folder, name));
    }
  }

  /** Java opens first and looks then, and opening a pipe waits until somebody writes to it. */
  private static DirectoryStream<Path> entries(SecureDirectoryStream<Path> parent, Path name)
      throws IOException {
    if (!view(parent, name).readAttributes().isDirectory()) {
      throw new NotDirectoryException(name.toString());
    }
    return parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
  }

  private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> folder)
      throws IOException {
    if (folder instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    folder.close();
    throw new FileSystemException(null, null, SystemError.NOT_PERMITTED.words());
  }

  /** A folder to start from: above it the program can change nothing. */
  private Path start(Path file) {
    Path start = Path.of(policy.highestRoot(file.toString()));
    if (start.equals(file) && file.getParent() != null) {
      start = file.getParent();
    }
    while (!Files.isDirectory(start) && start.getParent() != null) {
      start = start.getParent();
    }
    return start;
  }

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    Set<OpenOption> strict = new HashSet<>(options);
    strict.add(LinkOption.NOFOLLOW_LINKS);
    return at(file, (folder, name) -> (FileChannel) folder.newByteChannel(name, strict));
  }

  @Override
  public PosixFileAttributes attributes(Path file, LinkOption... links) throws IOException {
    return at(file, (folder, name) -> view(folder, name).readAttributes());
  }

  private static PosixFileAttributeView view(SecureDirectoryStream<Path> folder, Path name) {
    return folder.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public List<Path> names(Path folder) throws IOException {
    return at(
        folder,
        (parent, name) -> {
          try (DirectoryStream<Path> entries = entries(parent, name)) {
            return FileTree.namesIn(entries);
          }
        });
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    Path made = start(folder);
    SecureDirectoryStream<Path> parent = secure(Files.newDirectoryStream(made));
    try {
      for (Path name : made.equals(folder) ? List.<Path>of() : made.relativize(folder)) {
        made = made.resolve(name);
        try {
          view(parent, name).readAttributes();
        } catch (NoSuchFileException missing) {
          create(made, parent, name);
        }
        parent = enter(parent, name);
      }
    } catch (NotDirectoryException file) {
      throw made.equals(folder) ? new FileAlreadyExistsException(folder.toString()) : file;
    } finally {
      parent.close();
    }
  }

  /** Java makes folders by their path only: one that lies elsewhere by now is taken away again. */
  private static void create(Path made, SecureDirectoryStream<Path> parent, Path name)
      throws IOException {
    Files.createDirectory(made);
    try {
      view(parent, name).readAttributes();
    } catch (NoSuchFileException elsewhere) {
      Files.deleteIfExists(made);
      throw elsewhere;
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    at(
        from,
        (oldFolder, oldName) ->
            at(
                to,
                (newFolder, newName) -> {
                  oldFolder.move(oldName, newFolder, newName);
                  return null;
                }));
  }

  @Override
  public void delete(Path file) throws IOException {
    at(
        file,
        (folder, name) -> {
          if (view(folder, name).readAttributes().isDirectory()) {
            folder.deleteDirectory(name);
          } else {
            folder.deleteFile(name);
          }
          return null;
        });
  }

  @Override
  public void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
    at(
        file,
        (folder, name) -> {
          view(folder, name).setPermissions(mode);
          return null;
        });
  }
}
