package ruff.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ruff.policy.Capability;
import ruff.policy.Policy;

/**
 * The files and folders of the machine as one function of a program may use them. Every method asks
 * the policy for its effect on the file it is about to touch; nothing else in the runtime touches
 * files for a program.
 *
 * <p>Paths are taken as written and start from the program's working directory. Failures are {@code
 * IOException}s whose words are those of {@link SystemError#of}. Text that no file can be named by
 * is an invalid argument, the empty path is the name of nothing.
 */
public final class FileAccess {
  static final String MODE = "unix:mode";
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  private final WorkingDirectory directory;
  private final Policy policy;
  private final String surface;

  /**
   * @param surface the public name of the function, for denials
   */
  public FileAccess(WorkingDirectory directory, Policy policy, String surface) {
    this.directory = directory;
    this.policy = policy;
    this.surface = surface;
  }

  /** The same, but relative paths go on to start from the working directory of this moment. */
  public FileAccess fromHere() {
    return new FileAccess(new WorkingDirectory(directory.current()), policy, surface);
  }

  /** Opens a file to read it. */
  public OpenFile open(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_READ, file);
    return channel(file, StandardOpenOption.READ);
  }

  /**
   * Opens a file that is read for the sake of writing another one: functions that copy need the
   * capability to write, and as soon as grants are limited to paths the right to read as well.
   */
  public OpenFile openSource(String path) throws IOException {
    Path file = locate(path);
    askSource(file);
    return channel(file, StandardOpenOption.READ);
  }

  /** Makes a file that did not exist. */
  public OpenFile create(String path) throws IOException {
    return write(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  /** Opens a file to write it anew, making it when there is none. */
  public OpenFile replace(String path) throws IOException {
    return write(
        path,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Opens a file to write at its end, making it when there is none. */
  public OpenFile append(String path) throws IOException {
    return write(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Opens a file that exists to change parts of it. */
  public OpenFile change(String path) throws IOException {
    return write(path, StandardOpenOption.WRITE);
  }

  private OpenFile write(String path, OpenOption... options) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_WRITE, file);
    return channel(file, options);
  }

  /**
   * Replaces a file's content as one step: whoever reads it sees the old content or the new, also
   * when writing fails half-way.
   */
  public void replaceWhole(String path, byte[] content) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_WRITE, file);
    boolean replaces = Files.exists(file);
    Path target = replaces ? file.toRealPath() : file;
    try (Draft draft = new Draft(target)) {
      if (replaces) {
        draft.takeMode(target);
      }
      draft.output().write(content);
      draft.commit();
    }
  }

  /** Begins a file that takes its place, whatever is there but a folder, when it is complete. */
  public Draft draft(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_WRITE, file);
    return new Draft(file);
  }

  /** Whether there is something of that name, links followed. */
  public boolean exists(String path) {
    try {
      facts(path);
      return true;
    } catch (IOException missing) {
      return false;
    }
  }

  /** What there is to know about a file or folder, links followed. */
  public FileFacts facts(String path) throws IOException {
    return facts(path, FOLLOW);
  }

  /** What there is to know about a file, folder or link itself. */
  public FileFacts linkFacts(String path) throws IOException {
    return facts(path, NO_FOLLOW);
  }

  private FileFacts facts(String path, LinkOption... links) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_READ, file);
    return FileFacts.of(file, links);
  }

  /** {@link #facts} of something that {@link #openSource} may be called for. */
  public FileFacts sourceFacts(String path) throws IOException {
    Path file = locate(path);
    askSource(file);
    return FileFacts.of(file, FOLLOW);
  }

  /** Whether two names, of a source and of a file to be written, mean one file. */
  public boolean isSame(String source, String target) throws IOException {
    Path from = locate(source);
    Path to = locate(target);
    askSource(from);
    ask(Capability.FILESYSTEM_WRITE, to);
    return Files.exists(to) && Files.isSameFile(from, to);
  }

  /** The absolute path without links; the file must exist. */
  public String realPath(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_READ, file);
    return file.toRealPath().toString();
  }

  /** The absolute path without links of a file that {@link #openSource} may be called for. */
  public String sourcePath(String path) throws IOException {
    Path file = locate(path);
    askSource(file);
    return file.toRealPath().toString();
  }

  /**
   * Where a path leads to that is going to be written: absolute and without links so far as it
   * exists, whether it exists or not.
   */
  public String outputPath(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_WRITE, file);
    return FileResource.canonical(file);
  }

  /** Whether a path that is going to be written is a link. */
  public boolean isLinkToWrite(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_WRITE, file);
    return Files.isSymbolicLink(file);
  }

  /** The names in a folder in the order of their UTF-8 bytes; names in other bytes are left out. */
  public List<String> list(String path) throws IOException {
    Path folder = locate(path);
    ask(Capability.FILESYSTEM_READ, folder);
    return names(folder);
  }

  /** {@link #list} of a folder that is read for the sake of writing. */
  public List<String> listSource(String path) throws IOException {
    Path folder = locate(path);
    askSource(folder);
    return names(folder);
  }

  private static List<String> names(Path folder) throws IOException {
    List<byte[]> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Path name = entry.getFileName();
        if (name.equals(Path.of(name.toString()))) {
          found.add(name.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (java.nio.file.DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    found.sort(Arrays::compareUnsigned);
    List<String> names = new ArrayList<>(found.size());
    for (byte[] name : found) {
      names.add(new String(name, StandardCharsets.UTF_8));
    }
    return names;
  }

  /** Makes a folder and those above it; one that exists is fine. */
  public void createFolder(String path) throws IOException {
    Path folder = locate(path);
    ask(Capability.FILESYSTEM_WRITE, folder);
    Files.createDirectories(folder);
  }

  /** Gives a file or folder another name, replacing a file of that name. */
  public void rename(String from, String to) throws IOException {
    Path source = locate(from);
    Path target = locate(to);
    askSource(source);
    ask(Capability.FILESYSTEM_WRITE, source);
    ask(Capability.FILESYSTEM_WRITE, target);
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives a file, but nothing else such as a device, the permission bits of another one. */
  public void copyMode(String from, String to) throws IOException {
    Path source = locate(from);
    Path target = locate(to);
    askSource(source);
    ask(Capability.FILESYSTEM_WRITE, target);
    if (Files.isRegularFile(target)) {
      Files.setAttribute(target, MODE, Files.getAttribute(source, MODE));
    }
  }

  /** Deletes a file or a link, whatever the link points to. */
  public void delete(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_DELETE, file);
    Files.delete(file);
  }

  /** Whether {@link #delete} would delete a folder or a link to one. */
  public boolean deletesFolder(String path) throws IOException {
    Path file = locate(path);
    ask(Capability.FILESYSTEM_DELETE, file);
    return Files.isDirectory(file);
  }

  /** Deletes an empty folder. */
  public void deleteFolder(String path) throws IOException {
    Path folder = locate(path);
    ask(Capability.FILESYSTEM_DELETE, folder);
    if (!FileFacts.of(folder, NO_FOLLOW).isFolder()) {
      throw new NotDirectoryException(path);
    }
    Files.delete(folder);
  }

  /**
   * Takes back a file that {@link #create} or {@link #replace} has made a moment ago and that could
   * not be written to its end.
   */
  public void discard(String path) {
    try {
      Path file = locate(path);
      ask(Capability.FILESYSTEM_WRITE, file);
      if (Files.isRegularFile(file, NO_FOLLOW)) {
        Files.delete(file);
      }
    } catch (IOException gone) {
      // The failure that led here is what the program gets to know.
    }
  }

  /** The working directory. */
  public String workingDirectory() throws IOException {
    Path current = directory.current();
    ask(Capability.FILESYSTEM_READ, current);
    if (!Files.isDirectory(current)) {
      throw new NoSuchFileException(current.toString());
    }
    return current.toString();
  }

  /** Makes a folder the working directory. */
  public void enter(String path) throws IOException {
    Path folder = locate(path);
    ask(Capability.FILESYSTEM_WRITE, folder);
    Path real = folder.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new NotDirectoryException(path);
    }
    if (!Files.isExecutable(real)) {
      throw new AccessDeniedException(path);
    }
    directory.change(real);
  }

  private Path locate(String path) throws IOException {
    return locate(directory, path);
  }

  /** The absolute path that a path as written stands for. */
  static Path locate(WorkingDirectory directory, String path) throws IOException {
    if (path.isEmpty()) {
      throw new NoSuchFileException(path);
    }
    try {
      Path file = directory.resolve(path);
      if (path.endsWith("/")) {
        checkFolder(file, path);
      }
      return file;
    } catch (InvalidPathException unusable) {
      throw new FileSystemException(path, null, SystemError.INVALID_ARGUMENT.words());
    }
  }

  /** A path with a slash at its end never names a file, but Java forgets the slash. */
  private static void checkFolder(Path file, String path) throws IOException {
    if (Files.exists(file) && !Files.isDirectory(file)) {
      throw new NotDirectoryException(path);
    }
  }

  private void ask(Capability capability, Path file) {
    policy.check(capability, surface, new FileResource(file));
  }

  private void askSource(Path file) {
    policy.checkSource(surface, new FileResource(file));
  }

  private static OpenFile channel(Path file, OpenOption... options) throws IOException {
    return new OpenFile(FileChannel.open(file, options));
  }
}
